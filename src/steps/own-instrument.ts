import { keysIn } from '../questions/condition.ts';
import { type Instrument, instrumentAnswers } from '../questions/instrument.ts';
import type { Choice } from '../questions/question.ts';
import { asqStep } from './asq/questions.ts';
import { type Answers, allQuestions, type CatalogQuestion, type Key } from './catalog.ts';
import type { Page } from './step.ts';

/** An instrument of the clinic's own is asked on the first page of the ASQ, in its place. */
export const screenPage = 'asqWishes';

/** What a clinic with an instrument of its own does not ask. */
export const asqKeys: readonly Key[] = asqStep.pages.flatMap(({ questions }) =>
  questions.map(({ key }) => key),
);

const catalogKeys: ReadonlySet<string> = new Set(allQuestions.map(({ key }) => key));

/** Whether an answer belongs to an instrument of a clinic's own: the form itself has no such question. */
export const isOwn = (key: string): boolean => !catalogKeys.has(key);

/** The answers to an instrument of the clinic's own. */
export const ownAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => isOwn(key)));

/** Its items as questions: kept, shown, read back and exported like any other. Why it asks stands on the page, once. */
function questionsFrom({ items, answers }: Instrument): readonly Choice[] {
  const options = (locale: 'en' | 'es') =>
    Object.fromEntries(instrumentAnswers.map((one) => [one, answers[one][locale]]));
  const codes = instrumentAnswers.flatMap((one) => (answers[one].loinc ? [[one, answers[one].loinc]] : []));
  return items.map(({ key, text, short, loinc, shown }) => ({
    kind: 'choice',
    key,
    words: {
      en: { label: text.en, short: short.en, options: options('en') },
      es: { label: text.es, short: short.es, options: options('es') },
    },
    options: instrumentAnswers,
    optionCodes: Object.fromEntries(codes),
    needed: 'toContinue',
    sensitive: true,
    ...(loinc && { loinc }),
    ...(shown && { shown }),
  }));
}

const made = new WeakMap<Instrument, readonly CatalogQuestion[]>();

/** The questions of a clinic's own instrument; none where it has none. Their keys are the clinic's, no type knows them. */
export function ownQuestions(instrument: Instrument | undefined): readonly CatalogQuestion[] {
  if (!instrument) return [];
  const known = made.get(instrument);
  if (known) return known;
  const questions = questionsFrom(instrument) as readonly Choice[] as unknown as readonly CatalogQuestion[];
  made.set(instrument, questions);
  return questions;
}

/** A page as this clinic asks it. */
export function pageWith<P extends Page>(page: P, instrument: Instrument | undefined): P {
  if (!instrument || page.id !== screenPage) return page;
  const { title, intro, why } = instrument;
  const words = (locale: 'en' | 'es') => ({
    title: title[locale],
    ...(intro && { intro: intro[locale] }),
    why: why[locale],
  });
  return { ...page, words: { en: words('en'), es: words('es') }, questions: ownQuestions(instrument) };
}

/** Every question that this clinic can ask, those of its own instrument in their place. */
export const questionsWith = (instrument: Instrument | undefined): readonly CatalogQuestion[] =>
  instrument
    ? allQuestions.flatMap((question) =>
        question.key === asqKeys.at(-1) ? [question, ...ownQuestions(instrument)] : [question],
      )
    : allQuestions;

/** What a schema cannot see: whether the instrument fits the form. Empty: it does. */
export function wrongInInstrument({
  items,
}: Pick<Instrument, 'items'>): readonly { path: string; reason: string }[] {
  return items.flatMap(({ key, shown }, index) => {
    const earlier = items.slice(0, index).map((one) => one.key);
    const at = `items[${index}]`;
    return [
      ...(catalogKeys.has(key) || key in Object.prototype
        ? [{ path: `${at}.key`, reason: 'is taken: the form has it' }]
        : []),
      ...(earlier.includes(key) ? [{ path: `${at}.key`, reason: 'stands here twice' }] : []),
      ...(shown ? keysIn(shown) : [])
        .filter((one) => !earlier.includes(one))
        .map((one) => ({ path: `${at}.shown`, reason: `reads ${one}, which is no earlier item` })),
    ];
  });
}
