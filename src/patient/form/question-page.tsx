import { useMemo, useRef } from 'react';
import type { PageAnswers } from '../../machines/intake.machine.ts';
import { pageAt, sectionOf } from '../../machines/places.ts';
import type { PageId } from '../../steps/catalog.ts';
import { sectionNames, sections } from '../../steps/step.ts';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { WhyWeAsk } from '../../ui/blocks/why-we-ask.tsx';
import { Questions } from '../../ui/question/questions.tsx';
import { type PageForm, usePageForm } from '../../ui/question/use-page-form.ts';
import type { FormValues } from '../../ui/values/form-value.ts';
import type { PageAnswers as Read } from '../../ui/values/page.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { useWhileTyped } from '../shell/while-typed.ts';
import { tell } from '../words/tell.ts';
import type { Caption } from './anatomy.tsx';
import { FormPage, PageEnd } from './form-page.tsx';
import { isReadOut, personName } from './helper.ts';
import { continueFrom, intakeNow, isChange, now, useNow, useSittingHere } from './intake.ts';

type CatalogPage = NonNullable<ReturnType<typeof pageAt>>;

/** What the page says of each of its questions: a blank one is told as blank. */
const everyAnswer = ({ questions }: CatalogPage, { answers }: Read) =>
  Object.fromEntries(questions.map(({ key }) => [key, answers[key]])) as PageAnswers;

/** Keeps what is typed while it is typed: the answers that can be read, and the inputs as they stand. */
function useKeeping(page: CatalogPage, { form, readNow }: PageForm) {
  const sitting = useSittingHere();
  const { keeper } = sitting;
  const wasHalfTyped = useRef(false);
  const merges = useRef(keeper.merges());
  useWhileTyped(form, {
    keep: () => {
      const read = readNow();
      const isHalfTyped = read.problems.length > 0;
      void keeper.keepTyped({ place: page.id, inputs: form.getValues() });
      sitting.actor.send({
        type: 'CHANGE',
        answers: everyAnswer(page, read),
        at: now(),
        isUnfinished: isHalfTyped || wasHalfTyped.current,
      });
      wasHalfTyped.current = isHalfTyped;
    },
    // What another device has overtaken meanwhile is not brought back.
    isWantedAfter: () => keeper.merges() === merges.current,
  });
}

export function useCaption(place: PageId): { readonly caption: Caption; readonly title: string } {
  const words = useWords();
  const { locale } = useSurroundings();
  const section = sectionOf(place) ?? 'aboutYou';
  const count = { n: sections.indexOf(section) + 1, of: sections.length };
  return {
    caption: { ...count, text: tell(words.caption, { ...count, name: sectionNames[locale][section] }) },
    title: `${tell(words.sectionShort, count)} · ${words.form.name}`,
  };
}

/** Where Back leads: to the page before, or to check answers when the page was opened from there. */
export function useBack(place: PageId): (() => void) | undefined {
  const before = useNow(({ context }) => context.walk?.previous(place));
  const previous = isChange() ? 'check' : before;
  return useMemo(() => (previous ? () => goTo('form', previous) : () => goTo('start')), [previous]);
}

/** Read out word for word by whoever holds the device for the person. */
function ReadOut() {
  const isHelped = useNow(({ context: { draft } }) => draft !== undefined && isReadOut(draft));
  const name = useNow(({ context: { draft } }) => draft && personName(draft));
  const { helper } = useWords();
  if (!isHelped) return null;
  return <p className="notice">{tell(helper.read, { name: name ?? helper.someone })}</p>;
}

interface Props {
  readonly place: PageId;
  /** Another one begins with inputs of its own. */
  readonly visit: string;
}

/** What stands around the questions stays when the page is turned. */
export function QuestionPage({ place, visit }: Props) {
  const { caption, title } = useCaption(place);
  const onBack = useBack(place);
  return (
    <FormPage onBack={onBack} caption={caption}>
      <QuestionForm key={visit} place={place} title={title} />
    </FormPage>
  );
}

function QuestionForm({ place, title }: { readonly place: PageId; readonly title: string }) {
  const words = useWords();
  const { locale } = useSurroundings();
  const { locations, instrument } = useClinic();
  const sitting = useSittingHere();
  // Read and not listened to: the other pages' answers rest while this one is open, and its own inputs are newer.
  const { draft, walk } = intakeNow(sitting);
  const page = useMemo(() => pageAt(place, instrument), [place, instrument]);
  if (!page) throw new Error(`There is no page ${place}`);

  const typed = useMemo(() => sitting.keeper.typedOn(place), [sitting, place]);
  const pageForm = usePageForm(
    {
      questions: page.questions,
      items: page.items,
      outside: {
        answers: draft.answers,
        shown: walk.everything.shown,
        counts: { locations: locations.length },
      },
      typed: typed as FormValues | undefined,
    },
    { onContinue: (read) => continueFrom(sitting, place, everyAnswer(page, read)) },
  );
  useKeeping(page, pageForm);

  const hasProblems = pageForm.problems.length > 0;
  usePageTurn(hasProblems ? tell(words.form.errorTitle, { title }) : title, place);

  const { title: heading, intro, why } = page.words[locale];
  return (
    <form className="page-form" noValidate onSubmit={pageForm.onSubmit}>
      <ErrorSummary locale={locale} problems={pageForm.problems} attempt={pageForm.attempt} />
      {heading && (
        <div className="page-intro">
          <h1>{heading}</h1>
          {intro && <p>{intro}</p>}
          {page.verbatim && <ReadOut />}
          {why && <WhyWeAsk locale={locale}>{why}</WhyWeAsk>}
        </div>
      )}
      <Questions page={pageForm} heading={heading ? undefined : 'h1'} />
      <PageEnd />
    </form>
  );
}
