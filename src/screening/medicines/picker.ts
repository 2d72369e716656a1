import { brandsToFindBy, commonMedicines } from './common.ts';
import { brandsOf, type DrugKey, drugKeys } from './names.ts';

/** One line of the picker. Without a key it is a name only: nothing follows from it. */
export interface PickerEntry {
  readonly key?: DrugKey;
  readonly name: string;
  readonly brands: readonly string[];
}

export interface Suggestion {
  readonly key?: DrugKey;
  readonly name: string;
  /** As shown: the generic, and the brand that was looked for or else the first. */
  readonly label: string;
}

/** Names of keys whose words alone do not say it to a person. */
const names: Readonly<Partial<Record<DrugKey, string>>> = {
  'paroxetine-cr': 'paroxetine CR',
  'selegiline-td': 'selegiline patch',
  'dextromethorphan-bupropion': 'dextromethorphan-bupropion',
  'st-johns-wort': 'St. John’s wort',
  'phenylephrine-oral': 'phenylephrine by mouth',
  'phenylephrine-nasal': 'phenylephrine nasal spray',
  'fluticasone-nasal': 'fluticasone nasal spray',
  'mometasone-nasal': 'mometasone nasal spray',
  'triamcinolone-nasal': 'triamcinolone nasal spray',
  'budesonide-nasal': 'budesonide nasal spray',
  'oxymetazoline-nasal': 'oxymetazoline nasal spray',
};

/**
 * A known drug's name for people.
 *
 * @example nameOf('selegiline-td') // 'selegiline patch'
 */
export const nameOf = (drug: DrugKey): string => names[drug] ?? drug.replaceAll('-', ' ');

/** Everything that the picker offers, by name: the known drugs, and the common ones that only the picker knows. */
export const pickerEntries: readonly PickerEntry[] = [
  ...drugKeys.map((key) => ({
    key,
    name: nameOf(key),
    brands: [...brandsOf(key), ...(brandsToFindBy[key] ?? [])],
  })),
  ...commonMedicines,
].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));

/** Lower case without accents, one space before each word, so that a search for ` word` finds only beginnings. */
const spaced = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}`;

/** English and Spanish spellings of a generic name brought together: "fluoxetina" finds fluoxetine. */
const spelledAlike = (words: string): string =>
  words
    .replaceAll('z', 'c')
    .replaceAll('ph', 'f')
    .replaceAll(/([ct])h/g, '$1')
    .replaceAll('y', 'i')
    .replaceAll(/([a-z])\1/g, '$1')
    .replaceAll(/[aeo]{1,3}(?= |$)/g, '');

/** One generic or brand as it is searched. */
interface Text {
  readonly spaced: string;
  readonly alike: string;
}

const textOf = (name: string): Text => ({ spaced: spaced(name), alike: spelledAlike(spaced(name)) });

/** Each entry with its generic and its brands, in this order. */
const searched = pickerEntries.map((entry) => ({ entry, texts: [entry.name, ...entry.brands].map(textOf) }));

const noMatch = Number.POSITIVE_INFINITY;

/** How near a text is: 0 begins so, 1 each typed word begins one of its words, 2 it stands inside, 3 begins so in another spelling. */
function distance(text: Text, typed: Text): number {
  if (text.spaced.startsWith(typed.spaced)) return 0;
  if (typed.spaced.split(/(?= )/).every((word) => text.spaced.includes(word))) return 1;
  if (typed.spaced.length > 3 && text.spaced.includes(typed.spaced.slice(1))) return 2;
  return typed.spaced.length > 5 && text.alike.startsWith(typed.alike) ? 3 : noMatch;
}

/** The generic with the brand that was found, or the first. */
const labelled = ({ key, name, brands }: PickerEntry, found: number): Suggestion => {
  const brand = brands[Math.max(found - 1, 0)];
  return { ...(key && { key }), name, label: brand === undefined ? name : `${name} (${brand})` };
};

/**
 * The medicines that fit what has been typed, best first: by generic or brand, whatever the case and accents.
 *
 * @param limit how many at most
 * @returns nothing for a blank query
 * @example suggest('zol', 1) // [{ key: 'sertraline', name: 'sertraline', label: 'sertraline (Zoloft)' }]
 */
export function suggest(query: string, limit: number): readonly Suggestion[] {
  const typed = textOf(query);
  if (typed.spaced === ' ') return [];
  return searched
    .map(({ entry, texts }) => {
      const distances = texts.map((text) => distance(text, typed));
      const nearest = Math.min(...distances);
      return { entry, nearest, found: distances.indexOf(nearest) };
    })
    .filter(({ nearest }) => nearest !== noMatch)
    .sort((one, other) => one.nearest - other.nearest)
    .slice(0, limit)
    .map(({ entry, found }) => labelled(entry, found));
}
