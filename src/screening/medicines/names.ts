import type { Medication } from '../../questions/values.ts';
import {
  type AntidepressantKey,
  antidepressantKeys,
  antidepressants,
  isAntidepressant,
} from './antidepressants.ts';
import { classLists, type ListedKey, medicineClasses } from './classes.ts';
import { plainWords } from './normalize.ts';

/**
 * The other medicines named in section 7 of the clinical reference: known, and in no list. Only these names; what
 * the picker knows beyond them is not known here.
 */
export const otherKnown = [
  'lisinopril',
  'losartan',
  'amlodipine',
  'metoprolol',
  'atorvastatin',
  'metformin',
  'omeprazole',
  'albuterol',
  'tamsulosin',
  'ibuprofen',
  'testosterone',
  'lithium',
  'aripiprazole',
  'buspirone',
] as const;

/** A known drug: the generic name in lower case, words joined with `-`, with the form where the form matters. */
export type DrugKey = AntidepressantKey | ListedKey | (typeof otherKnown)[number];

const listed = medicineClasses.flatMap(
  (one) => Object.entries(classLists[one]) as [ListedKey, readonly string[]][],
);

/** Every known drug once. */
export const drugKeys: readonly DrugKey[] = [
  ...new Set<DrugKey>([...antidepressantKeys, ...listed.map(([key]) => key), ...otherKnown]),
];

const isKey = new Set<string>(drugKeys);

/** Whether a text is exactly the key of a known drug. */
export const isDrugKey = (text: string): text is DrugKey => isKey.has(text);

/** The brands of a drug that are known names. */
export const brandsOf = (drug: DrugKey): readonly string[] => [
  ...new Set([
    ...(isAntidepressant(drug) ? antidepressants[drug].brands : []),
    ...listed.flatMap(([key, brands]) => (key === drug ? brands : [])),
  ]),
];

/** Names that are neither a key nor a brand: other forms of a name, and a name without the form that its key has. */
const furtherNames: readonly (readonly [string, readonly DrugKey[]])[] = [
  ['selegiline patch', ['selegiline-td']],
  ['phenylephrine', ['phenylephrine-oral', 'phenylephrine-nasal']],
  ['phenylephrine spray', ['phenylephrine-nasal']],
  ['fluticasone', ['fluticasone-nasal']],
  ['mometasone', ['mometasone-nasal']],
  ['triamcinolone', ['triamcinolone-nasal']],
  ['budesonide', ['budesonide-nasal']],
  ['oxymetazoline', ['oxymetazoline-nasal']],
];

interface Name {
  readonly words: readonly string[];
  readonly drugs: readonly DrugKey[];
}

const name = (text: string, drugs: readonly DrugKey[]): Name => ({ words: plainWords(text), drugs });

/** Every known name with what it stands for. */
export const knownNames: readonly Name[] = [
  ...drugKeys.flatMap((key) => [key, ...brandsOf(key)].map((text) => name(text, [key]))),
  ...furtherNames.map(([text, drugs]) => name(text, drugs)),
];

const longestFirst = (one: Name, other: Name) => other.words.length - one.words.length;

/** The known names by their first word. */
const namesByFirstWord = new Map<string, Name[]>();
for (const one of knownNames) {
  const [first = ''] = one.words;
  namesByFirstWord.set(first, [...(namesByFirstWord.get(first) ?? []), one]);
}

const standsAt = (words: readonly string[], at: number, { words: wanted }: Name): boolean =>
  wanted.every((word, index) => words[at + index] === word);

/** What stands in the words, the longest name first, each word used once, in the order of the text. */
function drugsIn(words: readonly string[]): readonly DrugKey[] {
  const found = words.flatMap((word, at) =>
    (namesByFirstWord.get(word) ?? [])
      .filter((one) => standsAt(words, at, one))
      .map((one) => ({ ...one, at })),
  );
  if (found.length === 1) return found[0]?.drugs ?? [];
  const used = new Set<number>();
  const kept = found.toSorted(longestFirst).filter(({ words: { length }, at }) => {
    const places = Array.from({ length }, (_, index) => at + index);
    if (places.some((place) => used.has(place))) return false;
    for (const place of places) used.add(place);
    return true;
  });
  return [...new Set(kept.toSorted((one, other) => one.at - other.at).flatMap(({ drugs }) => drugs))];
}

/** Single names and keys as they are mostly stored, answered without taking the text apart. */
const atOnce: ReadonlyMap<string, readonly DrugKey[]> = new Map(
  [...drugKeys, ...knownNames.map(({ words }) => words.join(' '))].map((text) => [
    text,
    drugsIn(plainWords(text)),
  ]),
);

/**
 * The known drugs in a typed name, brand or key, each once, in the order of the text (clinical reference 3.5): whole
 * adjacent words, never inside a word, longest name first, each word used once, every match counts.
 *
 * @example matchMedicine('Paxil CR 25 mg') // ['paroxetine-cr']
 * @example matchMedicine('promethazine-codeine') // ['promethazine', 'codeine']
 * @example matchMedicine('codeines') // []
 */
export const matchMedicine = (text: string): readonly DrugKey[] =>
  atOnce.get(text) ?? drugsIn(plainWords(text));

/** The known drugs of one entry of `medications`: of an object, its key if there is one, otherwise its name. */
export const matchEntry = (entry: Medication): readonly DrugKey[] =>
  matchMedicine(typeof entry === 'string' ? entry : (entry.key ?? entry.name));

const sameDrug: Readonly<Partial<Record<DrugKey, DrugKey>>> = {
  'paroxetine-cr': 'paroxetine',
  'selegiline-td': 'selegiline',
};

/** The drug without its form: forms of one drug count as one in the trials (clinical reference 3.4). */
export const withoutForm = (drug: DrugKey): DrugKey => sameDrug[drug] ?? drug;
