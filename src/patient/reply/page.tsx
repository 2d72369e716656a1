import { type ReactNode, useRef } from 'react';
import type { ReplyPage } from '../../submission/follow-up.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { WhyWeAsk } from '../../ui/blocks/why-we-ask.tsx';
import { Questions } from '../../ui/question/questions.tsx';
import { usePageForm } from '../../ui/question/use-page-form.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { useReplyWords } from './words.ts';

/** Answers by key, those of the clinic's own questions among them. */
export type Given = Readonly<Record<string, unknown>>;

interface Props {
  readonly of: ReplyPage;
  readonly given: Given;
  readonly count: { readonly n: number; readonly of: number };
  readonly isLast: boolean;
  /** Said above the buttons: why nothing was sent. */
  readonly trouble: ReactNode;
  readonly onContinue: (answers: Given) => void;
}

/** A page of a reply, with the same controls as in the form. No earlier answer stands in it. */
export function AnswerPage({ of, given, count, isLast, trouble, onContinue }: Props) {
  const words = useWords();
  const reply = useReplyWords();
  const { locale } = useSurroundings();
  const { locations } = useClinic();
  const before = useRef(given);
  const pageForm = usePageForm(
    {
      // Nothing is needed: whoever does not want to answer goes on.
      questions: of.questions.map(({ needed: _, ...question }) => question as (typeof of.questions)[number]),
      items: of.items,
      outside: {
        answers: before.current,
        shown: { has: () => true },
        counts: { locations: locations.length },
      },
    },
    {
      onContinue: ({ answers }) =>
        onContinue(Object.fromEntries(of.questions.map(({ key }) => [key, answers[key]]))),
    },
  );
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
        {trouble}
        <Button type="submit" wide>
          {isLast ? reply.last : words.continue}
        </Button>
      </div>
    </form>
  );
}
