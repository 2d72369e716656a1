import { type FormEvent, useState } from 'react';
import type { InterruptionId } from '../../machines/places.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { RadioTiles } from '../../ui/fields/radio-tiles.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FirstNumbers, MoreNumbers } from '../crisis/numbers.tsx';
import { is } from '../session/sitting.ts';
import { useOpenHours, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { FormPage } from './form-page.tsx';
import { continueFrom, now, useIntake } from './intake.ts';

/** A name typed in one go, as the two that the form asks for. */
function namesIn(typed: string) {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  return { ...(first && { firstName: first }), ...(rest.length > 0 && { lastName: rest.join(' ') }) };
}

const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What the clinic needs to call: only what was not given yet is asked for. */
function AskForCall({ onDone }: { readonly onDone: () => void }) {
  const { support } = useWords();
  const { locale } = useSurroundings();
  const hours = useOpenHours();
  const { draft, sitting } = useIntake();
  const { firstName, phone, whereToday, mayLeaveMessage } = draft.answers;
  const [attempt, setAttempt] = useState(0);
  const lacksPhone = attempt > 0;

  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = { phone: textIn(form, 'call-phone'), whereToday: textIn(form, 'call-where') };
    if (!phone && !given.phone) {
      setAttempt((before) => before + 1);
      return;
    }
    const message = textIn(form, 'call-message');
    sitting.actor.send({
      type: 'ASK_TO_CALL',
      answers: {
        ...(!firstName && namesIn(textIn(form, 'call-name'))),
        ...(given.phone && { phone: given.phone }),
        ...(given.whereToday && { whereToday: given.whereToday }),
        ...((message === 'yes' || message === 'no') && { mayLeaveMessage: message }),
      },
      at: now(),
    });
    onDone();
  };

  return (
    <form className="panel" noValidate onSubmit={ask} aria-labelledby="ask-title">
      <ErrorSummary
        locale={locale}
        problems={lacksPhone ? [{ controlId: 'call-phone', text: support.phoneNeeded }] : []}
        attempt={attempt}
      />
      <h2 id="ask-title">{support.askTitle}</h2>
      <p>{tell(support.askHint, { hours })}</p>
      {!firstName && (
        <TextField
          id="call-name"
          locale={locale}
          control={{ name: 'call-name' }}
          label={support.name}
          input={{ autoComplete: 'name', enterKeyHint: 'next' }}
        />
      )}
      {!phone && (
        <TextField
          id="call-phone"
          locale={locale}
          control={{ name: 'call-phone' }}
          label={support.phone}
          width="w20"
          error={lacksPhone ? support.phoneNeeded : undefined}
          input={{ autoComplete: 'tel', inputMode: 'tel', enterKeyHint: 'next' }}
        />
      )}
      {!whereToday && (
        <TextField
          id="call-where"
          locale={locale}
          control={{ name: 'call-where' }}
          label={support.whereNow}
          hint={support.whereNowHint}
          input={{ autoComplete: 'off', enterKeyHint: 'done' }}
        />
      )}
      {!mayLeaveMessage && (
        <RadioTiles
          id="call-message"
          locale={locale}
          control={{ name: 'call-message' }}
          legend={support.message}
          as="field"
          layout="pair"
          standalone
          options={[
            { value: 'yes', text: support.yes },
            { value: 'no', text: support.no },
          ]}
        />
      )}
      <div className="button-row">
        <Button type="submit" look="support">
          {support.askSend}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {support.askCancel}
        </Button>
      </div>
    </form>
  );
}

/** Says truthfully whether the clinic was told, was not, or is still to be. */
export function ClinicTold() {
  const { support } = useWords();
  const hours = useOpenHours();
  const { snapshot, sitting } = useIntake();
  const [isAsking, setAsking] = useState(false);
  const isPending = is(snapshot, 'alertPending');
  const isTold = is(snapshot, 'alertTold');
  const says = isPending ? support.pending : isTold ? tell(support.told, { hours }) : support.notTold;
  const tries = snapshot.context.tries.tell;
  return (
    <>
      <h2>{support.clinicTitle}</h2>
      <div role="status" className="told">
        <p>{says}</p>
      </div>
      {isPending && tries > 0 && (
        <Button look="support-outline" onClick={() => sitting.actor.send({ type: 'TRY_AGAIN' })}>
          {support.tryAgain}
        </Button>
      )}
      {!isPending && !isTold && !isAsking && (
        <Button look="support-outline" wide onClick={() => setAsking(true)}>
          {support.ask}
        </Button>
      )}
      {isAsking && <AskForCall onDone={() => setAsking(false)} />}
    </>
  );
}

/** Right after an answer that tells of danger. Calm, nothing is blocked, and it comes up once. */
export function SupportPage({ place }: { readonly place: InterruptionId }) {
  const words = useWords();
  const { support } = words;
  const { sitting, walk } = useIntake();
  const previous = walk.previous(place);
  usePageTurn(words.form.name, place);
  return (
    <FormPage onBack={previous && (() => goTo('form', previous))}>
      <div className="support-page">
        <h1>{support.h1}</h1>
        <p className="lead">{support.body}</p>
        <h2 className="visually-hidden">{support.ways}</h2>
        <FirstNumbers />
        <ClinicTold />
        <div className="page-end">
          <p>{support.nothingBlocked}</p>
          <div className="stacked">
            <Button wide onClick={() => continueFrom(sitting, place)}>
              {support.goOn}
            </Button>
            <Button look="secondary" wide onClick={() => goTo('form', 'stopped')}>
              {support.stop}
            </Button>
          </div>
        </div>
        <h2>{words.help.more}</h2>
        <MoreNumbers />
      </div>
    </FormPage>
  );
}
