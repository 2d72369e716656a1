import { useEffect, useState } from 'react';
import type { PatientFollowUps } from '../../submission/reply-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { forgetDevice } from '../draft/forget.ts';
import { Reply } from '../reply/reply.tsx';
import { useReplyWords } from '../reply/words.ts';
import { endSitting, is, openCode, useSitting, useSnapshot } from '../session/sitting.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { forgetFollowed } from '../shell/fragment.ts';
import { Frame } from '../shell/frame.tsx';
import { usePageTurn } from '../shell/page.ts';
import { goTo, paths, replaceWith, useHere } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { CodeForm } from './code-form.tsx';

type Answer = PatientFollowUps | 'asking' | 'notFound' | 'unheard';

/** Asks how far the clinic is with the form of the code that is open, and what it wants to know. */
function useClinicSays(secret: string | undefined, round: number): Answer {
  const { keeper } = useSitting(useClinic());
  const [answer, setAnswer] = useState<Answer>('asking');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (!secret) return;
    let isWanted = true;
    setAnswer('asking');
    void keeper.askClinic().then((heard) => {
      if (!isWanted) return;
      if (heard.kind === 'ok') setAnswer(heard.value);
      else setAnswer(heard.kind === 'refused' ? 'notFound' : 'unheard');
    });
    return () => {
      isWanted = false;
    };
  }, [keeper, secret, round]);
  return answer;
}

/** The question comes first: it is what the clinic waits for. */
function Question({ onAnswer }: { readonly onAnswer: () => void }) {
  const reply = useReplyWords();
  return (
    <section className="notice" aria-labelledby="asked">
      <h2 id="asked">{reply.asked}</h2>
      <p>{reply.askedText}</p>
      <Button wide onClick={onAnswer}>
        {reply.answer}
      </Button>
      <p className="muted">{reply.later}</p>
    </section>
  );
}

function Shown({
  answer,
  onAnswer,
  onAgain,
}: {
  readonly answer: Answer;
  readonly onAnswer: () => void;
  readonly onAgain: () => void;
}) {
  const { status: words, resume, loading, cannotOpen } = useWords();
  const { name: clinic, phone } = useClinic();
  if (answer === 'asking') return <p role="status">{loading}</p>;
  if (answer === 'unheard' || answer === 'notFound')
    return (
      <>
        <p role="status">{resume.offline}</p>
        <Button onClick={onAgain}>{cannotOpen.again}</Button>
      </>
    );
  return (
    <>
      <p className="lead">{tell(words.lead, { clinic })}</p>
      {answer.items.length > 0 && <Question onAnswer={onAnswer} />}
      <div className="notice success" role="status">
        <p>
          <strong className="status-word">{words.words[answer.status]}</strong>
        </p>
        <p>{tell(words.explained[answer.status], { phone })}</p>
      </div>
      <p className="muted">{words.private}</p>
    </>
  );
}

/** Four words, nothing clinical; never an earlier answer. */
export function Status() {
  const words = useWords();
  const clinic = useClinic();
  const sitting = useSitting(clinic);
  const snapshot = useSnapshot(sitting);
  const [round, setRound] = useState(0);
  const secret = is(snapshot, 'opening') ? undefined : sitting.keeper.secret();
  const answer = useClinicSays(secret, round);
  const isReplying = useHere(paths.status).place === 'reply';
  const [isHidden, setHidden] = useState(false);
  usePageTurn(words.form.name, isReplying ? 'replying' : 'status');
  const isUnknown = answer === 'notFound';
  const again = () => setRound((before) => before + 1);
  if (isReplying && secret && typeof answer === 'object')
    return (
      <Frame>
        <Reply
          found={answer}
          secret={secret}
          send={(replyId, body) =>
            sitting.keeper.sendReply({ submissionId: answer.submissionId, replyId }, body)
          }
          onDone={() => {
            replaceWith('status');
            again();
          }}
          onHide={() => {
            setHidden(true);
            forgetFollowed();
            void forgetDevice();
            endSitting();
            replaceWith('status');
          }}
          after={words.status.show}
        />
      </Frame>
    );
  const trouble = `${words.resume.notFound}. ${words.resume.notFoundText}`;
  return (
    <Frame>
      {is(snapshot, 'opening') ? (
        <p role="status">{words.loading}</p>
      ) : secret && !isUnknown ? (
        <>
          <h1>{words.status.h1}</h1>
          <Shown answer={answer} onAnswer={() => goTo('status', 'reply')} onAgain={again} />
        </>
      ) : (
        <CodeForm
          heading={isHidden ? words.idle.lockedTitle : words.status.h1}
          lead={isHidden ? tell(words.idle.lockedNoDate, { n: clinic.idleMinutes }) : words.status.withCode}
          label={words.status.show}
          keepsNothing
          isBusy={false}
          trouble={isUnknown && round > 0 ? trouble : undefined}
          attempt={round}
          onCode={(typed) => {
            setHidden(false);
            openCode(clinic, typed, 'shared');
            setRound((before) => before + 1);
          }}
        />
      )}
    </Frame>
  );
}
