import type { ReactNode } from 'react';
import type { Session } from '../../submission/staff-wire.ts';
import { linkTo } from '../router.ts';
import { AdministrationNav } from '../shell/administration-nav.tsx';
import { DemonstrationLine } from '../shell/demonstration.tsx';
import { PageHeading } from '../shell/heading.tsx';
import { PortalBar } from '../shell/portal-bar.tsx';
import { useTitle } from '../shell/title.ts';

interface Props {
  readonly session: Session;
  readonly title: string;
  readonly children: ReactNode;
}

const seesCases = ({ roles }: Session): boolean => roles.includes('clinician') || roles.includes('frontDesk');

/** A page of the portal that is neither the list nor a case: one column under the bar. */
export function PlainPage({ session, title, children }: Props) {
  useTitle(title);
  return (
    <div className="portal">
      <a className="skip-link" href="#page">
        Skip to the page
      </a>
      <DemonstrationLine />
      <PortalBar session={session} />
      <main className="plain-page" id="page" tabIndex={-1}>
        {seesCases(session) && (
          <a className="back-to-cases" {...linkTo({ page: 'queue', view: 'safety', open: undefined })}>
            Back to the cases
          </a>
        )}
        <AdministrationNav />
        <PageHeading page={title}>{title}</PageHeading>
        {children}
      </main>
    </div>
  );
}
