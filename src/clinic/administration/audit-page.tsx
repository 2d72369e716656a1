import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type AuditPage as Audit,
  type AuditEntry,
  type AuditVerdict,
  auditPage,
  auditVerdict,
} from '../../submission/administration-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask, refusalBehind } from '../api.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { PlainPage } from '../staff/plain-page.tsx';
import { Trouble, troubleWords } from '../trouble.tsx';
import { actionText, objectText } from './audit-words.ts';
import { Pager } from './pager.tsx';

const actorKinds: Readonly<Record<string, string>> = {
  patient: 'A patient',
  visitor: 'Somebody not signed in',
  system: 'The server',
  'command-line': 'The command line',
  staff: 'Staff',
};

/** Who did what: filters, page by page, and a check that no row was changed. */
export function AuditPage({ session }: { readonly session: Session }) {
  const [filters, setFilters] = useState('');
  const [before, setBefore] = useState<readonly number[]>([]);
  const cursor = before.at(-1);
  const query = [filters, cursor === undefined ? '' : `before=${cursor}`].filter(Boolean).join('&');
  const found = useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => ask(auditPage, `/api/staff/audit?${query}`, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  const next = found.data?.next ?? null;
  const filter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string' && value.trim() !== '') entered.set(name, value.trim());
    setBefore([]);
    setFilters(entered.toString());
  };

  return (
    <PlainPage session={session} title="Audit">
      <p>
        Every reading and every act, each row sealed with the one before it. It names fields and ids, never
        what was in them.
      </p>
      <Verify />
      <Filters page={found.data} filter={filter} />
      {found.isError ? (
        <Trouble
          title="The audit could not be loaded"
          error={found.error}
          retry={() => void found.refetch()}
        />
      ) : (
        <>
          <Entries entries={found.data?.entries} />
          <Pager before={before} next={next} onTurn={setBefore} />
        </>
      )}
    </PlainPage>
  );
}

function Filters({
  page,
  filter,
}: {
  readonly page: Audit | undefined;
  readonly filter: (event: FormEvent<HTMLFormElement>) => void;
}) {
  return (
    <form className="plain-form audit-filters" onSubmit={filter}>
      <div>
        <label htmlFor="audit-actor">Who</label>
        <select id="audit-actor" className="input" name="actor">
          <option value="">Anybody</option>
          {page?.accounts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {(['patient', 'visitor', 'system', 'command-line'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {actorKinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="audit-action">What</label>
        <select id="audit-action" className="input" name="action">
          <option value="">Anything</option>
          {page?.actions.map((action) => (
            <option key={action} value={action}>
              {actionText(action)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="audit-object">Id of the case or account</label>
        <input id="audit-object" className="input" name="object" autoComplete="off" spellCheck={false} />
      </div>
      <div>
        <label htmlFor="audit-from">From</label>
        <input id="audit-from" className="input" type="date" name="from" />
      </div>
      <div>
        <label htmlFor="audit-to">to</label>
        <input id="audit-to" className="input" type="date" name="to" />
      </div>
      <Button type="submit" look="secondary">
        Filter
      </Button>
    </form>
  );
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] | undefined }) {
  const timeZone = useClinic()?.timeZone;
  if (entries === undefined)
    return (
      <p className="loading" role="status">
        Loading the audit…
      </p>
    );
  if (entries.length === 0) return <p role="status">No row fits these filters.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="wide-table" aria-label="Rows of the audit" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">On</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <th scope="row">{entry.seq}</th>
              <td className="no-wrap">{moment(entry.at, timeZone)}</td>
              <td className="no-wrap">
                {entry.actor.name ?? actorKinds[entry.actor.kind] ?? entry.actor.kind}
                {entry.from !== null && <span className="muted"> · {entry.from} address</span>}
              </td>
              <td>
                {actionText(entry.action)} <code className="muted">{entry.action}</code>
                {entry.fields.length > 0 && <span className="muted"> {entry.fields.join(', ')}</span>}
              </td>
              <td className="no-wrap">
                {entry.object === null ? (
                  <span className="muted">–</span>
                ) : (
                  <>
                    {objectText(entry.object.type)}{' '}
                    <code title={entry.object.id}>{entry.object.id.slice(0, 8)}</code>
                  </>
                )}
              </td>
              <td>
                {entry.outcome}
                {entry.reason !== null && <Reason of={entry.reason} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A word, or the keyed hash of what was looked for: the same for the same words, and no way back to them. */
const Reason = ({ of: reason }: { readonly of: string }) =>
  isHash(reason) ? (
    <>
      , hash <code title={reason}>{reason.slice(0, 8)}</code>
    </>
  ) : (
    <>: {reason.replaceAll('-', ' ')}</>
  );

const isHash = (reason: string): boolean => /^[0-9a-f]{32}$/.test(reason);

type Checking =
  | { readonly kind: 'idle' | 'checking' }
  | { readonly kind: 'done'; readonly verdict: AuditVerdict }
  | { readonly kind: 'failed'; readonly words: string };

function Verify() {
  const [state, setState] = useState<Checking>({ kind: 'idle' });
  const verify = async () => {
    if (state.kind === 'checking') return;
    setState({ kind: 'checking' });
    try {
      setState({
        kind: 'done',
        verdict: await ask(auditVerdict, '/api/staff/audit/verify', { method: 'POST' }),
      });
    } catch (error) {
      setState({ kind: 'failed', words: troubleWords(refusalBehind(error)) });
    }
  };
  return (
    <div className="verify">
      <Button look="secondary" onClick={() => void verify()}>
        Verify the audit
      </Button>
      <div role="status">
        {state.kind === 'checking' && 'Walking every row…'}
        {state.kind === 'done' && <Verdict verdict={state.verdict} />}
        {state.kind === 'failed' && <span className="form-trouble">{state.words}</span>}
      </div>
    </div>
  );
}

function Verdict({ verdict }: { readonly verdict: AuditVerdict }) {
  const { sound, row, kind, notSealedYet, checkpoints, unreadable } = verdict;
  if (!sound)
    return (
      <p className="form-trouble">
        The audit is not as it was written: the first bad row is {row} ({kind}). Tell the operator; the copy
        of the checkpoints tells since when.
      </p>
    );
  return (
    <p>
      The audit is whole: {row} rows, {notSealedYet} of them not sealed by a checkpoint yet; checkpoints so
      far: {checkpoints}.
      {unreadable > 0 && ` ${unreadable} lines of the checkpoint files are not of this clinic, or forged.`}
    </p>
  );
}
