import { useQuery } from '@tanstack/react-query';
import { colleagues } from '../../submission/case-work-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { useDoor } from '../session/door.ts';
import { Trouble } from '../trouble.tsx';
import { Panel } from './panel.tsx';
import type { Working } from './working.tsx';

/** To oneself first: one press more is all it takes. */
export function AssignPanel({ working }: { readonly working: Working }) {
  const door = useDoor();
  const me = door.state === 'open' ? door.session.userId : undefined;
  const found = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => ask(colleagues, '/api/staff/colleagues', { signal }),
    staleTime: 60_000,
  });
  const assignee = working.work?.assignee;
  const give = (userId: string | null, words: string) =>
    void working.act({ method: 'PUT', path: 'assignee', body: { userId }, isVersioned: true, words });
  const others = found.data?.colleagues.filter(({ userId }) => userId !== me) ?? [];
  return (
    <Panel title="Who works on this" onClose={working.closePanel}>
      <div className="button-row">
        {me !== undefined && assignee?.userId !== me && (
          <Button onClick={() => give(me, 'Take it yourself')}>
            {assignee ? `Take over from ${assignee.name}` : 'Take it myself'}
          </Button>
        )}
        {others
          .filter(({ userId }) => userId !== assignee?.userId)
          .map(({ userId, name }) => (
            <Button key={userId} look="secondary" onClick={() => give(userId, `Give it to ${name}`)}>
              {name}
            </Button>
          ))}
        {assignee?.userId === me && (
          <Button look="secondary" onClick={() => give(null, 'Give it back')}>
            Give it back
          </Button>
        )}
      </div>
      {found.isPending && <p className="muted">Looking up colleagues…</p>}
      {found.isError && (
        <Trouble
          title="Colleagues could not be loaded"
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
    </Panel>
  );
}
