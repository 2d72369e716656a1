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

export const choice = <const K extends string, const O extends string>(
  key: K,
  words: WordsFor<K, OptionWords<NoInfer<O>>>,
  options: readonly O[],
  more: More<Choice<string, NoInfer<O>>, 'options'> = {},
): Choice<K, O> => ({ kind: 'choice', key, words: wordsOf(key, words), options, ...more });

export const choices = <const K extends string, const O extends string>(
  key: K,
  words: WordsFor<K, OptionWords<NoInfer<O>>>,
  options: readonly O[],
  more: More<Choices, 'options'> = {},
): Choices<K, O> => ({ kind: 'choices', key, words: wordsOf(key, words), options, ...more });

export const location = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<LocationChoice> = {},
): LocationChoice<K> => ({ kind: 'location', key, words: wordsOf(key, words), ...more });

export const rating = <const K extends string>(
  key: K,
  words: WordsFor<K, ItemWords>,
  more: More<Rating>,
): Rating<K> => ({ kind: 'rating', key, words: wordsOf(key, words), ...more });

export const items = <const K extends string>(
  key: K,
  words: WordsFor<K, ItemWords>,
  more: More<Items>,
): Items<K> => ({ kind: 'items', key, words: wordsOf(key, words), ...more });

export const number = <const K extends string>(key: K, words: WordsFor<K>, more: More<Num>): Num<K> => ({
  kind: 'number',
  key,
  words: wordsOf(key, words),
  ...more,
});

export const text = <const K extends string>(key: K, words: WordsFor<K>, more: More<Text>): Text<K> => ({
  kind: 'text',
  key,
  words: wordsOf(key, words),
  ...more,
});

export const birthDate = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<BirthDate> = {},
): BirthDate<K> => ({ kind: 'birthDate', key, words: wordsOf(key, words), ...more });

export const trials = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Trials> = {},
): Trials<K> => ({ kind: 'trials', key, words: wordsOf(key, words), ...more });

export const augmentations = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Augmentations> = {},
): Augmentations<K> => ({ kind: 'augmentations', key, words: wordsOf(key, words), ...more });

export const medications = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Medications> = {},
): Medications<K> => ({ kind: 'medications', key, words: wordsOf(key, words), ...more });

export const treatment = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Treatment> = {},
): Treatment<K> => ({ kind: 'treatment', key, words: wordsOf(key, words), ...more });

export const consents = <const K extends string>(
  key: K,
  words: WordsFor<K>,
  more: More<Consents> = {},
): Consents<K> => ({ kind: 'consents', key, words: wordsOf(key, words), ...more });
