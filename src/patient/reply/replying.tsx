import { useEffect, useMemo, useState } from 'react';
import { replyPages } from '../../submission/follow-up.ts';
import type { PatientFollowUps } from '../../submission/reply-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { FirstNumbers } from '../crisis/numbers.tsx';
import { useClinic, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { Answering, type SendReply } from './answering.tsx';
import { type KeptReply, newReply, parseReply } from './kept-reply.ts';
import { createReplyBox } from './reply-box.ts';
import { useReplyWords } from './words.ts';

interface Props {
  readonly followUp: PatientFollowUps['items'][number];
  /** Of the link that led here: with it what was typed before is found and opened. */
  readonly secret: string;
  readonly send: SendReply;
  /** The clinic has it; what else it asks comes next. */
  readonly onDone: () => void;
  /** What comes after: another question, or the status; absent: nothing. */
  readonly next: string | undefined;
}

type Kept = KeptReply | 'opening' | 'unheard';

/** One question of the clinic after the other, from where the person stopped; what is typed is kept until it is sent. */
export function Replying({ followUp, secret, send, onDone, next }: Props) {
  const words = useWords();
  const { today, locations } = useClinic();
  const pages = useMemo(() => replyPages(followUp), [followUp]);
  const box = useMemo(() => {
    const context = { asOf: today, locations: locations.map(({ id }) => id) };
    return createReplyBox(secret, followUp.id, (input) => parseReply(input, pages, context));
  }, [secret, followUp.id, pages, today, locations]);
  const [kept, setKept] = useState<Kept>('opening');
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState<{ readonly hadDanger: boolean }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let isWanted = true;
    setKept('opening');
    void box.open().then((found) => {
      if (!isWanted) return;
      setKept(found === 'none' ? newReply(crypto.randomUUID(), pages[0]?.id ?? '') : found);
    });
    return () => {
      isWanted = false;
    };
  }, [box, pages, round]);

  if (sent) return <Done next={next} hadDanger={sent.hadDanger} onDone={onDone} />;
  if (kept === 'opening')
    return (
      <p className="one-moment" role="status">
        {words.loading}
      </p>
    );
  if (kept === 'unheard')
    return (
      <>
        <p role="status">{words.resume.offline}</p>
        <Button onClick={() => setRound(round + 1)}>{words.cannotOpen.again}</Button>
      </>
    );
  return (
    <Answering
      followUp={followUp}
      pages={pages}
      kept={kept}
      box={box}
      send={send}
      onSent={({ supported }) => setSent({ hadDanger: supported.length > 0 })}
    />
  );
}

function Done({
  next,
  hadDanger,
  onDone,
}: {
  readonly next: string | undefined;
  readonly hadDanger: boolean;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const reply = useReplyWords();
  usePageTurn(words.form.name, 'reply done');
  return (
    <>
      <h1>{reply.done}</h1>
      <p className="lead">{reply.doneText}</p>
      {hadDanger && <FirstNumbers />}
      {next !== undefined && (
        <Button wide onClick={onDone}>
          {next}
        </Button>
      )}
    </>
  );
}
