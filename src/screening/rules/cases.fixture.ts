import type { Key } from '../../steps/catalog.ts';
import type { Change } from '../plain-person.fixture.ts';
import type { Tri } from '../tri.ts';

/** What somebody answers other than the plain person, in words and as answers, and what the rule finds. */
export type Case = readonly [situation: string, change: Change, finds: Tri];

/** The cases of every rule of a domain: one that is missing does not compile. */
export type CasesOf<Rules extends readonly { readonly id: string }[]> = Readonly<
  Record<Rules[number]['id'], readonly Case[]>
>;

type YesNoKey = {
  [K in Key]: 'unsure' extends Extract<Required<Change>[K], string> ? K : never;
}[Key];

/** The four answers to a question that a rule passes on as it is. */
export const asAnswered = (key: YesNoKey): readonly Case[] => [
  [`${key} yes`, { [key]: 'yes' }, 'present'],
  [`${key} no`, { [key]: 'no' }, 'absent'],
  [`${key} not sure`, { [key]: 'unsure' }, 'unknown'],
  [`${key} left blank`, { [key]: undefined }, 'unknown'],
];

/** The same for a question that also offers "Prefer not to say". */
export const asAnsweredOrDeclined = (key: YesNoKey): readonly Case[] => [
  ...asAnswered(key),
  [`${key} declined`, { [key]: 'declined' }, 'unknown'],
];

/** A woman who could become pregnant, as in section 7 of the clinical reference. */
export const woman: Change = {
  sex: 'female',
  canBecomePregnant: 'yes',
  pregnant: 'no',
  tryingPregnant: 'no',
  contraception: 'yes',
  breastfeeding: 'no',
  heightIn: 65,
  weightLb: 150,
};
