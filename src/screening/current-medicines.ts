import type { Medication } from '../questions/values.ts';
import { isIn, type MedicineClass } from './medicines/classes.ts';
import { type DrugKey, matchEntry } from './medicines/names.ts';

/** What the person takes now, as far as the names are known. A drug that was only tried is not among them. */
export interface CurrentMedicines {
  /** Each known drug once. */
  readonly drugs: readonly DrugKey[];
  /** How many entries hold no known name: interactions may be missing for them. */
  readonly unmatched: number;
}

/** Reads the list of current medicines; a blank list is an empty one. */
export function currentMedicines(medications: readonly Medication[] | undefined): CurrentMedicines {
  const matches = (Array.isArray(medications) ? medications : []).map(drugsOf);
  return {
    drugs: [...new Set(matches.flat())],
    unmatched: matches.filter((drugs) => drugs.length === 0).length,
  };
}

const drugsOf = (entry: Medication): readonly DrugKey[] => (isReadable(entry) ? matchEntry(entry) : []);

const isReadable = (entry: unknown): entry is Medication => {
  if (typeof entry !== 'object' || entry === null) return typeof entry === 'string';
  const named = 'key' in entry && entry.key !== undefined ? entry.key : 'name' in entry && entry.name;
  return typeof named === 'string';
};

/** The drugs of these lists that the person takes. */
export const takenFrom = (
  { drugs }: CurrentMedicines,
  ...lists: readonly MedicineClass[]
): readonly DrugKey[] => drugs.filter((drug) => lists.some((list) => isIn(list, drug)));

/** Their names for the clinician: `sodium oxybate, trazodone`. */
export const namesOf = (drugs: readonly DrugKey[]): string =>
  drugs.map((drug) => drug.replaceAll('-', ' ')).join(', ');
