import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { callLog } from '../../submission/case-work-wire.ts';
import { callOutcomeNames } from '../../submission/decisions.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import type { Open } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { Trouble } from '../trouble.tsx';
import { LogCall } from '../work/log-call.tsx';

/** Who called when, and what came of it: the part of the work that the front desk does and sees. */
export function Calls({ on }: { readonly on: Open }) {
  const timeZone = useClinic()?.timeZone;
  const [isLogging, setLogging] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const found = useQuery({
    queryKey: ['calls', on.kind, on.id],
    queryFn: ({ signal }) =>
      ask(callLog, `/api/staff/${on.kind}s/${on.id}/calls`, { byItself: true, signal }),
    gcTime: 0,
  });
  const close = () => {
    setLogging(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <section className="case-section">
      <h2>Calls</h2>
      {found.isPending && <p className="absent">Reading the calls…</p>}
      {found.isError && (
        <Trouble title="The calls could not be read" error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data?.calls.length === 0 && <p className="absent">Nobody has logged a call.</p>}
      <ol className="timeline">
        {found.data?.calls.map(({ at, by, outcome }) => (
          <li key={`${at} ${by} ${outcome}`}>
            <time dateTime={at}>{moment(at, timeZone)}</time>
            <span>
              <strong>{by}</strong> {callOutcomeNames[outcome]}
            </span>
          </li>
        ))}
      </ol>
      <div className="button-row" ref={opener}>
        <Button look="secondary" aria-expanded={isLogging} onClick={() => setLogging(true)}>
          Log call
        </Button>
      </div>
      {isLogging && (
        <LogCall
          on={on}
          outcomes={callOutcomeNames}
          onClose={close}
          onLogged={() => {
            close();
            void found.refetch();
          }}
        />
      )}
    </section>
  );
}
