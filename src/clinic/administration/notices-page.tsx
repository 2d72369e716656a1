import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { type Notice, notices, notificationStates } from '../../submission/administration-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { useActing } from '../staff/act.ts';
import { PlainPage } from '../staff/plain-page.tsx';
import { Trouble } from '../trouble.tsx';
import { Pager } from './pager.tsx';

const stateNames: Readonly<Record<Notice['status'], string>> = {
  waiting: 'Waiting',
  leased: 'Being sent',
  sent: 'Sent',
  dead: 'Given up',
};

const kindNames: Readonly<Record<string, string>> = {
  'submission-received': 'A new form',
  'safety-alert-raised': 'Safety: look at the queue now',
  'safety-alert-withdrawn': 'A safety alert was taken back',
  'reply-received': 'A reply',
  'safety-item-late': 'Safety: nobody has taken an item in time',
  'safety-item-on-call': 'Safety: to the person on call',
  'patient-message': 'To a patient: there is a message',
};

/** Every e-mail and webhook that left or should have: whether it arrived, and another try for what was given up. */
export function NoticesPage({ session }: { readonly session: Session }) {
  const [state, setState] = useState<Notice['status']>();
  const [before, setBefore] = useState<readonly string[]>([]);
  const client = useQueryClient();
  const timeZone = useClinic()?.timeZone;
  const { act, trouble } = useActing();
  const query = new URLSearchParams();
  if (state !== undefined) query.set('state', state);
  const last = before.at(-1);
  if (last !== undefined) query.set('before', last);
  const found = useQuery({
    queryKey: ['notices', query.toString()],
    queryFn: ({ signal }) => ask(notices, `/api/staff/notifications?${query}`, { signal }),
    gcTime: 0,
  });
  const next = found.data?.next ?? null;
  const sendAgain = (id: string) =>
    void act(async () => {
      await ask(z.undefined(), `/api/staff/notifications/${id}/send-again`, { method: 'POST' });
      await client.invalidateQueries({ queryKey: ['notices'] });
    });
  const show = (next: Notice['status'] | undefined) => {
    setBefore([]);
    setState(next);
  };
  return (
    <PlainPage session={session} title="Notices">
      <p>
        E-mails and webhooks to the clinic and to patients. They hold no health data: who they are about is
        found after signing in. What does not arrive is tried for more than a day, then given up.
      </p>
      <fieldset className="state-filter">
        <legend className="visually-hidden">Which notices</legend>
        {[undefined, ...notificationStates].map((one) => (
          <label key={one ?? 'all'} className="check">
            <input type="radio" name="state" checked={state === one} onChange={() => show(one)} />
            {one === undefined ? 'All' : `${stateNames[one]} (${found.data?.counts[one] ?? '–'})`}
          </label>
        ))}
      </fieldset>
      {trouble !== undefined && (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      {found.isPending && (
        <p className="loading" role="status">
          Loading the notices…
        </p>
      )}
      {found.isError && (
        <Trouble
          title="The notices could not be loaded"
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.data?.notices.length === 0 && (
        <p role="status">
          {state === undefined ? 'No notice has been sent yet.' : 'No notice is in this state.'}
        </p>
      )}
      {found.data !== undefined && found.data.notices.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className="wide-table" aria-label="Notices" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Notice</th>
                <th scope="col">By</th>
                <th scope="col">State</th>
                <th scope="col">Tries</th>
                <th scope="col">When</th>
                <th scope="col">
                  <span className="visually-hidden">Act</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.data.notices.map((notice) => (
                <tr key={notice.id}>
                  <th scope="row">{kindNames[notice.kind] ?? notice.kind}</th>
                  <td>{notice.channel === 'email' ? 'E-mail' : 'Webhook'}</td>
                  <td>
                    {stateNames[notice.status]}
                    {notice.problem !== null && <span className="muted"> · {notice.problem}</span>}
                  </td>
                  <td>{notice.attempts}</td>
                  <td>{whenText(notice, timeZone)}</td>
                  <td>
                    {notice.status === 'dead' && (
                      <Button look="secondary" onClick={() => sendAgain(notice.id)}>
                        Send again
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pager before={before} next={next} onTurn={setBefore} />
    </PlainPage>
  );
}

const whenText = ({ status, createdAt, dueAt, doneAt }: Notice, timeZone: string | undefined): string => {
  if (doneAt !== null) return moment(doneAt, timeZone);
  return status === 'waiting' ? `next try ${moment(dueAt, timeZone)}` : moment(createdAt, timeZone);
};
