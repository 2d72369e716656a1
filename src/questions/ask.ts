/**
 * Builders for questions. Each takes the key, then the message files of the step (`{ en, es }`, keyed by question),
 * so that a question without its words in every language does not compile.
 */
import type { InEach } from '../lib/locale.ts';
import type {
  Augmentations,
  BirthDate,
  Choice,
  Choices,
  Consents,
  Items,
  ItemWords,
  LocationChoice,
  Medications,
  Num,
  OptionWords,
  Question,
  QuestionWords,
  Rating,
  Text,
  Treatment,
  Trials,
  YesNo,
} from './question.ts';

type WordsFor<K extends string, W extends QuestionWords = QuestionWords> = InEach<Readonly<Record<K, W>>>;

/** What a builder may be told besides the key and the words. */
type More<Q extends Question, Fixed extends keyof Q = never> = Omit<Q, 'key' | 'words' | 'kind' | Fixed>;

const wordsOf = <K extends string, W extends QuestionWords>(key: K, words: WordsFor<K, W>): InEach<W> => ({
  en: words.en[key],
  es: words.es[key],
});

/** Yes, No, I'm not sure. */
export const yesNo = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<YesNo, 'options'> = {},
): YesNo<K, 'yes' | 'no' | 'unsure'> => ({
  kind: 'yesNo',
  key,
  words: wordsOf(key, words),
  options: ['yes', 'no', 'unsure'],
  ...more,
});

/** Yes, No, I'm not sure, Prefer not to say. */
export const yesNoPrivate = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<YesNo, 'options'> = {},
): YesNo<K, 'yes' | 'no' | 'unsure' | 'declined'> => ({
  kind: 'yesNo',
  key,
  words: wordsOf(key, words),
  options: ['yes', 'no', 'unsure', 'declined'],
  ...more,
});

/** Yes or No: a permission, where "not sure" would have no meaning. */
export const permission = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<YesNo, 'options'> = {},
): YesNo<K, 'yes' | 'no'> => ({
  kind: 'yesNo',
  key,
  words: wordsOf(key, words),
  options: ['yes', 'no'],
  ...more,
});

/** One of several: the answer is one of `options`. */
export const choice = <const K extends string, const O extends string>(
  key: K,
  words: WordsFor<K, OptionWords<NoInfer<O>>>,
  options: readonly O[],
  more: More<Choice<string, NoInfer<O>>, 'options'> = {},
): Choice<K, O> => ({ kind: 'choice', key, words: wordsOf(key, words), options, ...more });

/** Any of several: the answer is a list of `options`, in their order. */
export const choices = <const K extends string, const O extends string>(
  key: K,
  words: WordsFor<K, OptionWords<NoInfer<O>>>,
  options: readonly O[],
  more: More<Choices, 'options'> = {},
): Choices<K, O> => ({ kind: 'choices', key, words: wordsOf(key, words), options, ...more });

/** One of the clinic's locations: the answer is the `id` that the settings give it. */
export const location = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<LocationChoice> = {},
): LocationChoice<K> => ({ kind: 'location', key, words: wordsOf(key, words), ...more });

/** A number on a scale with words at its ends, such as 0 to 10. */
export const rating = <const K extends string>(
  key: K,
  words: WordsFor<K, ItemWords>,
  more: More<Rating>,
): Rating<K> => ({ kind: 'rating', key, words: wordsOf(key, words), ...more });

/** The items of an instrument on one page: a list of scores, `null` where one is left blank. */
export const items = <const K extends string>(
  key: K,
  words: WordsFor<K, ItemWords>,
  more: More<Items>,
): Items<K> => ({ kind: 'items', key, words: wordsOf(key, words), ...more });

/** A number between `min` and `max`, in the unit that the question names. */
export const number = <const K extends string>(key: K, words: WordsFor<K>, more: More<Num>): Num<K> => ({
  kind: 'number',
  key,
  words: wordsOf(key, words),
  ...more,
});

/** Text as it was typed, at most `max` code points. */
export const text = <const K extends string>(key: K, words: WordsFor<K>, more: More<Text>): Text<K> => ({
  kind: 'text',
  key,
  words: wordsOf(key, words),
  ...more,
});

/** A day in three fields: the answer is text, `YYYY-MM-DD`. */
export const birthDate = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<BirthDate> = {},
): BirthDate<K> => ({ kind: 'birthDate', key, words: wordsOf(key, words), ...more });

/** Antidepressants that were tried: a list of drug, dose, weeks, effect, and why it was stopped. */
export const trials = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Trials> = {},
): Trials<K> => ({ kind: 'trials', key, words: wordsOf(key, words), ...more });

/** What was added to an antidepressant: a list of drugs with weeks and response. */
export const augmentations = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Augmentations> = {},
): Augmentations<K> => ({ kind: 'augmentations', key, words: wordsOf(key, words), ...more });

/** What somebody takes now: a list of drug keys, or their own words where none fits. */
export const medications = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Medications> = {},
): Medications<K> => ({ kind: 'medications', key, words: wordsOf(key, words), ...more });

/** A treatment that is no drug, such as ECT or TMS: whether it was had, when, how often, and how it went. */
export const treatment = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Treatment> = {},
): Treatment<K> => ({ kind: 'treatment', key, words: wordsOf(key, words), ...more });

/** The signature: which text was accepted, when, in which language, and the typed name. */
export const consents = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Consents> = {},
): Consents<K> => ({ kind: 'consents', key, words: wordsOf(key, words), ...more });
