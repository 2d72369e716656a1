import type { ReactNode } from 'react';
import type { SafetyLevel } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Chip } from '../../ui/blocks/chip.tsx';
import { LevelChip } from '../summary/case-heading.tsx';
import { standing } from './words.ts';
import { type PanelId, useWorking } from './working.tsx';

function Opener({
  panel,
  keyName,
  look = 'secondary',
  children,
}: {
  readonly panel: PanelId;
  readonly keyName?: string;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly children: string;
}) {
  const working = useWorking();
  if (!working?.work) return null;
  return (
    <Button
      look={look}
      aria-expanded={working.panel === panel}
      aria-keyshortcuts={keyName}
      onClick={() => working.openPanel(panel)}
    >
      {children}
      {keyName && (
        <span className="key" aria-hidden="true">
          {keyName}
        </span>
      )}
    </Button>
  );
}

/** What is done with a case, behind the call itself. */
export function WorkActions() {
  const work = useWorking()?.work;
  if (!work) return null;
  return (
    <>
      <Opener panel="call">Log call</Opener>
      {work.safety.state === 'open' && <Opener panel="safety">Close safety item</Opener>}
      {work.status !== 'closed' && (
        <Opener panel="assign" keyName="a">
          Assign
        </Opener>
      )}
      <Opener panel="note" keyName="n">
        Note
      </Opener>
    </>
  );
}

/** Done seldom, so it stands quietly; a reminder that is set is changed where it is shown. */
export function Remind() {
  const work = useWorking()?.work;
  if (!work || work.kind === 'alert' || work.status === 'closed' || work.reminder) return null;
  return (
    <Opener panel="reminder" look="quiet">
      Remind
    </Opener>
  );
}

/** At the end of the bar: what moves a case on; while somebody must be called now, the call comes first. */
export function Decide() {
  const work = useWorking()?.work;
  const comesSecond = useMustBeCalledNow('none');
  if (!work || work.kind === 'alert') return null;
  return (
    <span className="decide">
      <Opener panel="decision" keyName="e" look={comesSecond ? 'secondary' : 'primary'}>
        {work.decision ? 'Change decision' : 'Decide'}
      </Opener>
    </span>
  );
}

/** Somebody may be in danger, and nobody has closed the safety item; `level`: before the work on the case is read. */
export function useMustBeCalledNow(level: SafetyLevel): boolean {
  const safety = useWorking()?.work?.safety;
  if (safety === undefined) return level === 'urgent';
  return safety.state === 'open' && safety.level === 'urgent';
}

/** How soon to call; or that it was done. */
export function SafetyChip({ level }: { readonly level: SafetyLevel }) {
  const safety = useWorking()?.work?.safety;
  if (safety?.state === 'closed') return <Chip level="clear">Safety: done</Chip>;
  return safety?.state === 'open' ? (
    <LevelChip level={safety.level} isOverdue={safety.isOverdue} />
  ) : (
    <LevelChip level={level} />
  );
}

/** Where the case stands, and who has it. */
export function Standing(): ReactNode {
  const work = useWorking()?.work;
  return work ? standing(work) : '…';
}
