import { useState } from 'react';
import type { PatientFollowUps } from '../../submission/reply-wire.ts';
import { later } from '../shell/later.tsx';
import type { SendReply } from './replying.tsx';
import { useReplyWords } from './words.ts';

const Replying = later(async () => (await import('./replying.tsx')).Replying, null);

interface Props {
  readonly found: PatientFollowUps;
  readonly send: SendReply;
  readonly onDone: () => void;
  /** Where somebody can go when all is answered; absent: nowhere. */
  readonly after?: string;
}

/** What the clinic asks, the oldest question first. */
export function Reply({ found, send, onDone, after }: Props) {
  const { open, nextOne } = useReplyWords();
  const [index, setIndex] = useState(0);
  const followUp = found.items[index];
  if (followUp === undefined) return <h1>{open.nothing}</h1>;
  const isLast = index === found.items.length - 1;
  return (
    <Replying
      key={followUp.id}
      followUp={followUp}
      send={send}
      next={isLast ? after : nextOne}
      onDone={isLast ? onDone : () => setIndex(index + 1)}
    />
  );
}
