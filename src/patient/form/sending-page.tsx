import { Button } from '../../ui/blocks/button.tsx';
import { is } from '../session/sitting.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { FormPage } from './form-page.tsx';
import { now, useIntake } from './intake.ts';
import { NextTry } from './next-try.tsx';

/** Sending, waiting for the network, or refused: each says truthfully where the answers are. */
export function SendingPage() {
  const words = useWords();
  const { sending } = words;
  const { phone } = useClinic();
  const { sitting, snapshot } = useIntake();
  const { actor } = sitting;
  usePageTurn(words.form.name, 'sending');
  const isRefused = is(snapshot, 'sendingFailed');
  const isWaiting = is(snapshot, 'retrying');
  const isOffline = is(snapshot, 'offline');
  const { tries, waits } = snapshot.context;
  const status = isRefused
    ? sending.failed
    : isOffline
      ? sending.offline
      : tries.send > 0
        ? sending.unheard
        : sending.sending;
  return (
    <FormPage tellsOffline>
      <h1>{isRefused ? sending.h1Refused : sending.h1}</h1>
      <p className={isRefused || isOffline || tries.send > 0 ? 'notice warning' : 'notice'} role="status">
        {status}
      </p>
      {isWaiting && !isOffline && (
        <>
          <p>{sending.unheardText}</p>
          <NextTry key={tries.send} waitMs={waits.send} />
        </>
      )}
      {isWaiting && (
        <Button wide onClick={() => actor.send({ type: 'TRY_AGAIN' })}>
          {sending.tryAgain}
        </Button>
      )}
      {isRefused && (
        <>
          <p>{sending.refused}</p>
          <p>{tell(sending.refusedText, { phone })}</p>
          <div className="stacked">
            <Button
              wide
              onClick={() => {
                actor.send({ type: 'GO_BACK' });
                goTo('form', 'check');
              }}
            >
              {sending.backToCheck}
            </Button>
            <Button look="secondary" wide onClick={() => actor.send({ type: 'SEND', at: now() })}>
              {sending.tryAgain}
            </Button>
          </div>
        </>
      )}
    </FormPage>
  );
}
