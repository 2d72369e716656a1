import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { sessionList } from '../../submission/sign-in-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { Trouble } from '../trouble.tsx';
import { useActing } from './act.ts';

/** Where somebody is signed in, with a way to end each. `path` is whose: one's own, or a colleague's. */
export function SessionList({ path }: { readonly path: string }) {
  const { timeZone } = useClinic() ?? {};
  const client = useQueryClient();
  const { act, trouble } = useActing();
  const found = useQuery({
    queryKey: ['sessions', path],
    queryFn: ({ signal }) => ask(sessionList, path, { signal }),
  });
  if (found.isError)
    return <Trouble title="The sessions could not be loaded" error={found.error} retry={found.refetch} />;
  if (!found.data)
    return (
      <p className="loading" role="status">
        Loading…
      </p>
    );
  const { sessions } = found.data;
  const end = (id: string) =>
    act(async () => {
      await ask(z.undefined(), `${path}/${id}`, { method: 'DELETE' });
      await client.invalidateQueries({ queryKey: ['sessions', path] });
    });
  return (
    <>
      {sessions.length === 0 && <p className="muted">Not signed in anywhere.</p>}
      <ul className="rows">
        {sessions.map(({ id, device, startedAt, seenAt, isThisOne }) => (
          <li key={id} className="row-line">
            <p>
              <strong>{device}</strong>
              {isThisOne && ' · this one'}
              <br />
              <span className="muted small">
                signed in {moment(startedAt, timeZone)}, last used {moment(seenAt, timeZone)}
              </span>
            </p>
            {!isThisOne && (
              <Button look="secondary" onClick={() => end(id)}>
                End<span className="visually-hidden"> the session of {device}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="act-trouble" role="alert">
        {trouble}
      </p>
    </>
  );
}
