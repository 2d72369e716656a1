import { Button } from '../../ui/blocks/button.tsx';
import { FirstNumbers } from '../crisis/numbers.tsx';
import { endSitting } from '../session/sitting.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { usePageTurn } from '../shell/page.ts';
import { goTo, replaceWith } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { useHereAndNow } from './intake.ts';

const startAgain = () => {
  endSitting();
  replaceWith('start');
};

/** The only end page: help comes first. The draft is deleted by the session as soon as it can. */
export function UnderAge() {
  const words = useWords();
  const { underAge } = words;
  const isDeleted = useIsRemoved();
  usePageTurn(words.form.name, 'under-age');
  return (
    <Frame>
      <div className="support-page">
        <h1>{underAge.h1}</h1>
        <p className="lead">{underAge.crisis}</p>
        <FirstNumbers />
        <h2>{underAge.adultsTitle}</h2>
        <p>{isDeleted ? underAge.adults : underAge.adultsPending}</p>
        <p>{underAge.talk}</p>
        <p>{underAge.wrongDate}</p>
        <Button look="secondary" onClick={startAgain}>
          {underAge.again}
        </Button>
      </div>
    </Frame>
  );
}

/** Whether the copies are gone, on the server as well. */
const useIsRemoved = (): boolean => useHereAndNow().snapshot.matches({ here: { copy: 'removed' } });

export function Deleted() {
  const words = useWords();
  const { keep } = words;
  const { draftDays } = useClinic();
  const isGone = useIsRemoved();
  usePageTurn(words.form.name, 'deleted');
  return (
    <Frame>
      <h1>{keep.removed}</h1>
      <p role="status">{isGone ? keep.removedText : tell(keep.removeLater, { n: draftDays })}</p>
      <Button look="secondary" onClick={startAgain}>
        {keep.toStart}
      </Button>
    </Frame>
  );
}

/** After "Finish and clear this device": nothing of the form is left here. */
export function Cleared() {
  const words = useWords();
  usePageTurn(words.form.name, 'cleared');
  return (
    <Frame>
      <h1>{words.done.cleared}</h1>
      <p>{words.done.clearedText}</p>
      <Button look="secondary" onClick={startAgain}>
        {words.lost.toStart}
      </Button>
    </Frame>
  );
}

/** Another tab or device sent or deleted this form. */
export function Elsewhere() {
  const words = useWords();
  const { elsewhere } = words;
  usePageTurn(words.form.name, 'elsewhere');
  return (
    <Frame>
      <h1>{elsewhere.h1}</h1>
      <p>{elsewhere.text}</p>
      <div className="stacked">
        <Button wide onClick={() => goTo('status')}>
          {elsewhere.status}
        </Button>
        <Button look="secondary" wide onClick={startAgain}>
          {elsewhere.startNew}
        </Button>
      </div>
    </Frame>
  );
}

/** The draft is known and cannot be opened just now; the session keeps trying. */
export function CannotOpen() {
  const words = useWords();
  const { cannotOpen } = words;
  const { sitting } = useHereAndNow();
  const text = useTrouble();
  usePageTurn(words.form.name, 'cannot-open');
  return (
    <Frame>
      <h1>{cannotOpen.h1}</h1>
      <p role="status">{text}</p>
      <p>{cannotOpen.stillTrying}</p>
      <Button onClick={() => sitting.actor.send({ type: 'TRY_AGAIN' })}>{cannotOpen.again}</Button>
    </Frame>
  );
}

/** Why it cannot be opened, and what to do. */
export function useTrouble(): string {
  const { resume } = useWords();
  const { phone } = useClinic();
  const { sitting } = useHereAndNow();
  switch (sitting.keeper.trouble()) {
    case 'tooManyTries':
      return tell(resume.tooMany, { phone });
    case 'newerForm':
      return resume.newer;
    case 'foreign':
      return tell(resume.foreign, { phone });
    default:
      return resume.offline;
  }
}
