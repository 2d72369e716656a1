import { useQuery } from '@tanstack/react-query';
import { type Retention, retention } from '../../submission/administration-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { PlainPage } from '../staff/plain-page.tsx';
import { Trouble } from '../trouble.tsx';

/** What is kept, and what will be purged when. Numbers only: nobody is named. */
export function RetentionPage({ session }: { readonly session: Session }) {
  const found = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => ask(retention, '/api/staff/retention', { signal }),
    gcTime: 0,
  });
  return (
    <PlainPage session={session} title="Retention">
      <p>
        How long things are kept stands in the settings. Erasing one case, or holding it back from the purge,
        is done by command; see docs/commands.md.
      </p>
      {found.isPending && (
        <p className="loading" role="status">
          Counting…
        </p>
      )}
      {found.isError && (
        <Trouble title="This could not be counted" error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data !== undefined && <Kept kept={found.data} />}
    </PlainPage>
  );
}

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

const monthText = (month: string): string =>
  new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

function Kept({ kept: { drafts, cases, auditRows } }: { readonly kept: Retention }) {
  const timeZone = useClinic()?.timeZone;
  return (
    <>
      <section className="plain-section">
        <h2>Cases</h2>
        <p>
          {many(cases.many, 'case')}: {cases.open} open, {cases.onHold} on hold.{' '}
          {cases.years === null
            ? 'The settings name no years (retention.submissionYears), so nothing is purged.'
            : `A closed case is purged ${many(cases.years, 'year')} after it was closed, unless it is on hold.`}
        </p>
        {cases.due.length > 0 && (
          <table className="score-table">
            <caption>What will be purged when</caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Cases</th>
              </tr>
            </thead>
            <tbody>
              {cases.due.map(({ month, many: count }) => (
                <tr key={month}>
                  <th scope="row">{month === 'now' ? 'Due now' : monthText(month)}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="plain-section">
        <h2>Drafts that were not sent</h2>
        <p>
          {many(drafts.many, 'draft')}, which the clinic cannot read. Each is deleted{' '}
          {many(drafts.days, 'day')} after it was last saved
          {drafts.nextAt === null ? '.' : `, the next one on ${moment(drafts.nextAt, timeZone)}.`}
        </p>
      </section>
      <section className="plain-section">
        <h2>Audit</h2>
        <p>{many(auditRows, 'row')}, kept for good: it names no value.</p>
      </section>
    </>
  );
}
