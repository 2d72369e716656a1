import { useEffect, useState } from 'react';
import type * as z from 'zod/mini';
import type { caseStatus } from '../../submission/wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { is, openCode, useSitting, useSnapshot } from '../session/sitting.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { CodeForm } from './code-form.tsx';

type Status = z.infer<typeof caseStatus>['status'];
type Answer = Status | 'asking' | 'notFound' | 'unheard';

/** Asks how far the clinic is with the form of the code that is open. */
function useStatus(secret: string | undefined, round: number): Answer {
  const { keeper } = useSitting(useClinic());
  const [answer, setAnswer] = useState<Answer>('asking');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (!secret) return;
    let isWanted = true;
    setAnswer('asking');
    void keeper.askStatus().then((heard) => {
      if (!isWanted) return;
      if (heard.kind === 'ok') setAnswer(heard.value.status);
      else setAnswer(heard.kind === 'refused' ? 'notFound' : 'unheard');
    });
    return () => {
      isWanted = false;
    };
  }, [keeper, secret, round]);
  return answer;
}

function Shown({ status, onAgain }: { readonly status: Answer; readonly onAgain: () => void }) {
  const { status: words, resume, loading, cannotOpen } = useWords();
  const { name: clinic, phone } = useClinic();
  if (status === 'asking') return <p role="status">{loading}</p>;
  if (status === 'unheard' || status === 'notFound')
    return (
      <>
        <p role="status">{resume.offline}</p>
        <Button onClick={onAgain}>{cannotOpen.again}</Button>
      </>
    );
  return (
    <>
      <p className="lead">{tell(words.lead, { clinic })}</p>
      <div className="notice success" role="status">
        <p>
          <strong className="reference">{words.words[status]}</strong>
        </p>
        <p>{tell(words.explained[status], { phone })}</p>
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
  const status = useStatus(secret, round);
  usePageTurn(words.form.name, 'status');
  const isUnknown = status === 'notFound';
  const trouble = `${words.resume.notFound}. ${words.resume.notFoundText}`;
  return (
    <Frame>
      {is(snapshot, 'opening') ? (
        <p role="status">{words.loading}</p>
      ) : secret && !isUnknown ? (
        <>
          <h1>{words.status.h1}</h1>
          <Shown status={status} onAgain={() => setRound((before) => before + 1)} />
        </>
      ) : (
        <CodeForm
          heading={words.status.h1}
          lead={words.status.withCode}
          label={words.status.show}
          isBusy={false}
          trouble={isUnknown && round > 0 ? trouble : undefined}
          attempt={round}
          onCode={(typed) => {
            openCode(clinic, typed, false);
            setRound((before) => before + 1);
          }}
        />
      )}
    </Frame>
  );
}
