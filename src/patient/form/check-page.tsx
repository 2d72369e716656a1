import { useRef } from 'react';
import { missing, type Unanswered } from '../../machines/missing.ts';
import { pageAt } from '../../machines/places.ts';
import type { PageId } from '../../steps/catalog.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { AnswerList } from './answer-list.tsx';
import { FormPage, Saving } from './form-page.tsx';
import { continueFrom, useIntake } from './intake.ts';
import { useCaption } from './question-page.tsx';

const openToChange = (page: PageId) => goTo('form', page, { toCheck: true });

/** What a blank is called: the question's short name, or that of the two of which one will do. */
function useNameOf() {
  const { locale } = useSurroundings();
  const { check } = useWords();
  const { instrument } = useClinic();
  return ({ page, key, or, items }: Unanswered): string => {
    if (or) return check.missingPhone;
    const question = pageAt(page, instrument)?.questions.find((one) => one.key === key);
    if (!question) return key;
    const [first] = items ?? [];
    const item =
      question.kind === 'items' && first !== undefined ? question.words[locale].items[first] : undefined;
    return item && items?.length === 1 ? item : question.words[locale].short;
  };
}

function Blanks({ blanks }: { readonly blanks: readonly Unanswered[] }) {
  const { check } = useWords();
  const nameOf = useNameOf();
  return (
    <ul className="blanks">
      {blanks.map((blank) => (
        <li key={`${blank.page}-${blank.key}`}>
          <Button
            look="quiet"
            aria-label={tell(check.addName, { name: nameOf(blank) })}
            onClick={() => openToChange(blank.page)}
          >
            {nameOf(blank)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Everything read back before it is signed: first what is needed, then what is blank, then every answer. */
export function CheckPage() {
  const words = useWords();
  const { check } = words;
  const { locale } = useSurroundings();
  const { sitting, snapshot, draft, walk } = useIntake();
  const { circumstances, thresholds } = snapshot.context;
  const { needed, blank } = missing({ answers: draft.answers, circumstances, thresholds }, walk.whole);
  const neededBox = useRef<HTMLElement>(null);
  const { caption, title } = useCaption('check');
  usePageTurn(title, 'check');
  const { title: heading, intro } = pageAt('check')?.words[locale] ?? {};
  const previous = walk.previous('check');

  const goOn = () => {
    if (needed.length === 0) return continueFrom(sitting, 'check');
    neededBox.current?.scrollIntoView({ block: 'start' });
    neededBox.current?.focus({ preventScroll: true });
  };

  return (
    <FormPage caption={caption} onBack={previous && (() => goTo('form', previous))}>
      <h1>{heading}</h1>
      <p className="lead">{intro}</p>
      {needed.length > 0 && (
        <section className="error-summary" ref={neededBox} tabIndex={-1} aria-labelledby="needed-title">
          <h2 id="needed-title">{check.neededTitle}</h2>
          <p>{check.neededText}</p>
          <Blanks blanks={needed} />
        </section>
      )}
      <section className="notice" aria-labelledby="blank-title">
        <h2 id="blank-title">{blank.length > 0 ? check.blankTitle : check.nothingBlank}</h2>
        {blank.length > 0 && (
          <>
            <p>{check.blankText}</p>
            <Blanks blanks={blank} />
          </>
        )}
      </section>
      <AnswerList
        beside={(row) => (
          <Button
            look="quiet"
            aria-label={tell(check.changeName, { name: row.label })}
            onClick={() => openToChange(row.page)}
          >
            {check.change}
          </Button>
        )}
      />
      <h2>{check.whatTheySeeTitle}</h2>
      <ul>
        {check.whatTheySee.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{check.whatTheyDoNot}</p>
      <div className="page-end">
        {needed.length > 0 && <p>{check.cantSendYet}</p>}
        <Saving />
        <Button wide onClick={goOn}>
          {words.continue}
        </Button>
        <p>
          <Button look="quiet" onClick={() => goTo('form', 'keep')}>
            {words.finishLater}
          </Button>
        </p>
      </div>
    </FormPage>
  );
}
