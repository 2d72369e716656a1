import { useState } from 'react';
import type { PatientFollowUps } from '../../submission/reply-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { useIdle } from '../session/idle.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { later } from '../shell/later.tsx';
import type { SendReply } from './answering.tsx';
import { useReplyWords } from './words.ts';

const Replying = later(async () => (await import('./replying.tsx')).Replying, null);

interface Props {
  readonly found: PatientFollowUps;
  /** Of the link that led here. */
  readonly secret: string;
  readonly send: SendReply;
  readonly onDone: () => void;
  /** Nobody is there: the page is to show no more of it. */
  readonly onHide: () => void;
  /** Where somebody can go when all is answered; absent: nowhere. */
  readonly after?: string;
}

/** What the clinic asks, the oldest question first. */
export function Reply({ found, secret, send, onDone, onHide, after }: Props) {
  const { open, nextOne } = useReplyWords();
  const [index, setIndex] = useState(0);
  const followUp = found.items[index];
  if (followUp === undefined) return <h1>{open.nothing}</h1>;
  const isLast = index === found.items.length - 1;
  return (
    <>
      <Replying
        key={followUp.id}
        followUp={followUp}
        secret={secret}
        send={send}
        next={isLast ? after : nextOne}
        onDone={isLast ? onDone : () => setIndex(index + 1)}
      />
      <StillThere onHide={onHide} />
    </>
  );
}

/** Two minutes before what is on the page is hidden. */
function StillThere({ onHide }: Pick<Props, 'onHide'>) {
  const { idle } = useWords();
  const { idleMinutes } = useClinic();
  const isWarning = useIdle(idleMinutes, onHide);
  // Any sign of life closes it, the press of its button among them.
  const stay = () => {};
  return (
    <Dialog open={isWarning} title={idle.title} onClose={stay}>
      <p>{idle.warningUnsaved}</p>
      <Button wide onClick={stay}>
        {idle.stay}
      </Button>
    </Dialog>
  );
}
