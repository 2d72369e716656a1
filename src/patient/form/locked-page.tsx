import { type FormEvent, useState } from 'react';
import { fill } from '../../lib/locale.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { BirthDateFields } from '../../ui/fields/birth-date-fields.tsx';
import { readBirthDate } from '../../ui/values/dates.ts';
import { is } from '../session/sitting.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { useHereAndNow } from './intake.ts';

const parts = ['month', 'day', 'year'] as const;

/** The answers are hidden: the birth date shows them again, three tries long; then the link or the code. */
export function LockedPage() {
  const words = useWords();
  const { idle } = words;
  const { locale } = useSurroundings();
  const { idleMinutes, today } = useClinic();
  const { sitting, snapshot } = useHereAndNow();
  const { wrongBirthDates, limits } = snapshot.context;
  const [attempt, setAttempt] = useState(0);
  usePageTurn(words.form.name, 'locked');
  const isForGood = is(snapshot, 'lockedForGood');
  const left = limits.unlockTries - wrongBirthDates;
  const error = attempt === 0 ? undefined : left === 1 ? idle.wrongOnce : fill(idle.wrong, { n: left });

  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (part: string) => String(form.get(`unlock-${part}`) ?? '');
    const read = readBirthDate({ month: text('month'), day: text('day'), year: text('year') }, today, 'mdy');
    setAttempt((before) => before + 1);
    sitting.actor.send({ type: 'UNLOCK', birthDate: (read.ok && read.value) || '' });
  };

  return (
    <Frame>
      {isForGood ? (
        <>
          <h1>{idle.lockedTitle}</h1>
          <p>{tell(idle.lockedNoDate, { n: idleMinutes })}</p>
        </>
      ) : (
        <form className="page-form" noValidate onSubmit={open}>
          <ErrorSummary
            locale={locale}
            problems={error ? [{ controlId: 'unlock-month', text: error }] : []}
            attempt={attempt}
          />
          <div className="page-intro">
            <h1>{idle.lockedTitle}</h1>
            <p>{tell(idle.locked, { n: idleMinutes })}</p>
          </div>
          <BirthDateFields
            locale={locale}
            legend={idle.birthDate}
            idOf={(part) => `unlock-${part}`}
            control={(part) => ({ name: `unlock-${part}` })}
            order="mdy"
            wrong={error ? parts : []}
            error={error}
          />
          <div className="page-end">
            <Button type="submit" wide>
              {idle.open}
            </Button>
          </div>
        </form>
      )}
      <p>
        <Link to="resume" className="action-link">
          {idle.useCode}
        </Link>
      </p>
    </Frame>
  );
}
