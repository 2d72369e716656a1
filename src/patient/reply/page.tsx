import { type ReactNode, useState } from 'react';
import type { ReplyPage } from '../../submission/follow-up.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { WhyWeAsk } from '../../ui/blocks/why-we-ask.tsx';
import { Questions } from '../../ui/question/questions.tsx';
import { usePageForm } from '../../ui/question/use-page-form.ts';
import type { FormValues } from '../../ui/values/form-value.ts';
import type { Outside, PageAnswers } from '../../ui/values/page.ts';
import { useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { useWhileTyped } from '../shell/while-typed.ts';
import { tell } from '../words/tell.ts';
import type { Given } from './course.ts';
import { useReplyWords } from './words.ts';

interface Props {
  readonly of: ReplyPage;
  readonly given: Given;
  readonly outside: Outside;
  /** What stood in the inputs when this page was last seen. */
  readonly typed: FormValues | undefined;
  readonly count: { readonly n: number; readonly of: number };
  readonly isLast: boolean;
  /** What becomes of the answers, and why nothing was sent: above the button. */
  readonly standing: ReactNode;
  /** While it is typed: the answers that can be read, and the inputs as they stand. */
  readonly onTyped: (answers: Given, inputs: FormValues) => void;
  readonly onContinue: (answers: Given) => void;
}

/** A page of a reply, with the same controls as in the form. No earlier answer stands in it. */
export function AnswerPage(props: Props) {
  const { of, given, outside, typed, count, isLast, standing, onTyped, onContinue } = props;
  const words = useWords();
  const reply = useReplyWords();
  const { locale } = useSurroundings();
  // As it was when the page was turned to: the inputs hold what is newer.
  const [before] = useState({ outside: { ...outside, answers: given }, typed });
  const pageForm = usePageForm(
    {
      // Nothing is needed: whoever does not want to answer goes on.
      questions: of.questions.map(({ needed: _, ...question }) => question as (typeof of.questions)[number]),
      items: of.items,
      ...before,
    },
    { onContinue: (read) => onContinue(everyAnswer(read)) },
  );
  /** What the page says of each of its questions: a blank one is told as blank. */
  const everyAnswer = ({ answers }: PageAnswers): Given =>
    Object.fromEntries(of.questions.map(({ key }) => [key, answers[key]]));
  useWhileTyped(pageForm.form, {
    keep: () => onTyped(everyAnswer(pageForm.readNow()), pageForm.form.getValues()),
  });
  const title = words.form.name;
  usePageTurn(
    pageForm.problems.length > 0 ? tell(words.form.errorTitle, { title }) : title,
    `reply ${of.id}`,
  );
  const { title: heading, intro, why } = of.page?.words[locale] ?? {};
  return (
    <form className="page-form" noValidate onSubmit={pageForm.onSubmit}>
      <p className="caption">
        {of.page === undefined ? `${reply.fromClinic} · ` : ''}
        {tell(reply.of, count)}
      </p>
      <ErrorSummary locale={locale} problems={pageForm.problems} attempt={pageForm.attempt} />
      {heading && (
        <div className="page-intro">
          <h1>{heading}</h1>
          {intro && <p>{intro}</p>}
          {why && <WhyWeAsk locale={locale}>{why}</WhyWeAsk>}
        </div>
      )}
      <Questions page={pageForm} heading={heading ? undefined : 'h1'} />
      <div className="page-end">
        {standing}
        <Button type="submit" wide>
          {isLast ? reply.last : words.continue}
        </Button>
      </div>
    </form>
  );
}
