import { type ReactNode, useMemo, useRef } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import type { Question as AnyQuestion, Num } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import type { Heading } from '../fields/parts.tsx';
import { choicesIn, type FormValues } from '../values/form-value.ts';
import { asked, isReveal, watchedKeys } from '../values/page.ts';
import { uiWords } from '../words/words.ts';
import { ProblemsContext } from './bound.ts';
import { PressureQuestion, UnitsQuestion } from './number-questions.tsx';
import { Question } from './question.tsx';
import { useEnterKeyHints } from './use-enter-key-hints.ts';
import type { PageForm } from './use-page-form.ts';

interface Props {
  readonly page: PageForm;
  /** `h1` on a page of one question without a title of its own. */
  readonly heading?: Heading | undefined;
  readonly helper?: boolean;
}

/** All questions of a page, each in its control; one that waits for another appears right below it. */
export function Questions({ page, heading, helper }: Props) {
  const problems = useMemo(
    () => new Map(page.problems.map(({ name, text }) => [name, text])),
    [page.problems],
  );
  return (
    <FormProvider {...page.form}>
      <ProblemsContext value={problems}>
        <Asked page={page} heading={heading} helper={helper ?? false} />
      </ProblemsContext>
    </FormProvider>
  );
}

const isPressure = (question: AnyQuestion): question is Num =>
  question.kind === 'number' && question.control === 'bloodPressure';

const numberAs = (questions: readonly AnyQuestion[], control: Num['control']): Num | undefined =>
  questions.find((one): one is Num => one.kind === 'number' && one.control === control);

/** Typing elsewhere on the page draws nothing anew: only the keys that another question waits for are watched. */
function useAsked({ page, readNow }: PageForm): readonly AnyQuestion[] {
  const keys = watchedKeys(page.questions);
  useWatch<FormValues>({ name: [...keys], disabled: keys.length === 0 });
  return asked(page.questions, readNow().answers, page.outside);
}

function Asked({ page, heading, helper }: Props) {
  const { locale } = useEntry();
  const { questions, items } = page.page;
  const visible = useAsked(page);
  const reveals = visible.filter((question) => isReveal(question, questions));
  const [top, bottom] = visible.filter(isPressure);

  const control = (question: AnyQuestion): ReactNode => {
    if (question === top && bottom) return <PressureQuestion top={top} bottom={bottom} heading={heading} />;
    if (question.kind === 'choice' && question.key === 'bodyUnits')
      return (
        <UnitsQuestion
          of={question}
          height={numberAs(questions, 'height')}
          weight={numberAs(questions, 'weight')}
        />
      );
    const among = question.kind === 'choice' ? question.among : undefined;
    const offered = among === undefined ? undefined : choicesIn(page.form.getValues(among));
    return (
      <Question of={question} heading={heading} items={items} offered={offered} helper={helper ?? false} />
    );
  };

  const box = useRef<HTMLDivElement>(null);
  useEnterKeyHints(box);

  return (
    <div className="questions" ref={box}>
      {visible
        .filter((question) => !(top && question === bottom))
        .map((question) => (
          <div key={question.key} className={reveals.includes(question) ? 'asked reveal' : 'asked'}>
            {control(question)}
          </div>
        ))}
      <p className="visually-hidden" role="status">
        {reveals.length > 0 && <span key={reveals.length}>{uiWords[locale].newQuestion}</span>}
      </p>
    </div>
  );
}
