import type { Session } from '../../submission/staff-wire.ts';
import { linkTo } from '../router.ts';
import { DemonstrationLine } from './demonstration.tsx';
import { PageHeading } from './heading.tsx';
import { administration, everydayOf } from './pages.ts';
import { PortalBar } from './portal-bar.tsx';
import { useTitle } from './title.ts';

/** An administrator who is not a clinician as well. */
export function WithoutCases({ session }: { readonly session: Session }) {
  useTitle('Administration');
  return (
    <div className="portal">
      <DemonstrationLine />
      <PortalBar session={session} />
      <main className="plain-page">
        <PageHeading page="administration">You are signed in as an administrator</PageHeading>
        <p>
          This role manages users, settings and the audit record. It does not show who has written to the
          clinic or what they sent. A colleague who is a clinician, or who works at the front desk, sees the
          queue.
        </p>
        <ul className="page-list">
          {[...administration, ...everydayOf(session)].map(({ name, place, holds }) => (
            <li key={name}>
              <a {...linkTo(place)}>{name}</a>
              <span className="muted">{holds}</span>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
