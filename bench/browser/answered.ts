/** What the robot answers, input by input: an invented person whose way meets no support page. */

import type { Medication, Trial } from '../../src/questions/values.ts';
import { isDrugKey } from '../../src/screening/medicines/names.ts';
import { nameOf } from '../../src/screening/medicines/picker.ts';
import type { Answers } from '../../src/steps/catalog.ts';
import { answersOf } from '../../tests/journeys/clinic.ts';
import { known } from '../../tests/journeys/patient.ts';
import { type AskedPage, askedPages, type Field, type When } from './asked.ts';

export const SIGNED = 'Ximena Quillfeather';
export const LONG_FIELD = 'allergies';

const answers: Answers = answersOf('V01', {
  ...known,
  mayText: 'yes',
  mayEmail: 'yes',
  emergencyContactName: 'Hal Quillfeather',
  emergencyContactPhone: '615 555 0172',
  emergencyContactConsent: 'yes',
  allergies: 'Penicillin gives me a rash. Otherwise nothing that I know of.',
  ect: { had: 'no' },
  tms: { had: 'no' },
  vns: { had: 'no' },
  psychotherapy: { had: 'yes', when: '2019', sessions: 20, response: 'some' },
  episodeMonths: 14,
  phq9Difficulty: 1,
  interpreter: 'no',
  augmentation: [],
  requestKind: 'consultation',
  preferredTimes: ['weekdayMorning', 'evening'],
  contactMethod: 'phone',
  insurer: 'Volunteer State Health',
  memberId: 'VSH 0017',
  medications: [
    { name: 'sertraline', dose: '100 mg', howOften: 'once a day' },
    { name: 'trazodone', dose: '50 mg', howOften: 'at night' },
    { name: 'lisinopril', dose: '10 mg', howOften: 'once a day' },
  ],
});

export type Row = Readonly<Record<string, string>>;
type Given = string | readonly string[] | readonly Row[];

const drugName = (drug: string) => (isDrugKey(drug) ? nameOf(drug) : drug);

const textsOf = (value: object): Row =>
  Object.fromEntries(
    Object.entries(value).flatMap(([part, one]) => (one === undefined ? [] : [[part, String(one)]])),
  );

const trialRow = ({ drug, ...rest }: Trial): Row => ({ drug: drugName(drug), ...textsOf(rest) });
const medicationRow = (one: Medication): Row => {
  const { name, key: _, ...rest } = typeof one === 'string' ? { name: one } : one;
  return { drug: drugName(name), ...textsOf(rest) };
};

/** One answer of the catalog, as the inputs that hold it. */
function inputsOf(key: string, value: unknown): readonly (readonly [string, Given])[] {
  if (key === 'trials') return [[key, (value as readonly Trial[]).map(trialRow)]];
  if (key === 'medications') return [[key, (value as readonly Medication[]).map(medicationRow)]];
  if (key === 'birthDate') {
    const [year = '', month = '', day = ''] = String(value).split('-');
    return [
      ['birthDate.month', month],
      ['birthDate.day', day],
      ['birthDate.year', year],
    ];
  }
  if (key === 'heightIn') {
    const inches = Number(value);
    return [
      ['heightIn.feet', String(Math.floor(inches / 12))],
      ['heightIn.inches', String(inches % 12)],
    ];
  }
  if (key === 'weightLb') return [['weightLb.pounds', String(value)]];
  if (key === 'consents') return [['consents.name', SIGNED]];
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === 'string')) return [[key, value]];
    return value.flatMap((one, item) => (one === null ? [] : [[`${key}.i${item}`, String(one)] as const]));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(textsOf(value)).map(([part, one]) => [`${key}.${part}`, one]);
  return [[key, String(value)]];
}

const given = new Map<string, Given>(Object.entries(answers).flatMap(([key, value]) => inputsOf(key, value)));

const isText = (one: unknown): one is string => typeof one === 'string';
const textsGiven = (name: string): readonly (string | null)[] => {
  const value = given.get(name);
  if (value === undefined) return [null];
  return typeof value === 'string' ? [value] : value.filter(isText);
};

export function holds(when: When | undefined): boolean {
  if (when === undefined) return true;
  if ('all' in when) return when.all.every(holds);
  if ('any' in when) return when.any.some(holds);
  const texts = when.of.flatMap(textsGiven);
  if ('is' in when) return texts.some((one) => when.is.includes(one));
  if ('above' in when) return texts.some((one) => one !== null && Number(one) > when.above);
  return texts.filter((one) => one !== null).length >= when.count;
}

/** One thing to do on a page. */
export type Answer =
  | { readonly give: 'choice'; readonly name: string; readonly values: readonly string[] }
  | { readonly give: 'text'; readonly name: string; readonly text: string }
  | { readonly give: 'row'; readonly list: string; readonly index: number; readonly row: readonly Filled[] };
export type Filled = Exclude<Answer, { give: 'row' }>;

const filled = (field: Field, value: string | readonly string[]): Filled =>
  field.as === 'radios' || field.as === 'ticks'
    ? { give: 'choice', name: field.name, values: typeof value === 'string' ? [value] : value }
    : { give: 'text', name: field.name, text: typeof value === 'string' ? value : value.join(' ') };

const answersOn = (page: AskedPage): readonly Answer[] =>
  page.entries.flatMap((entry): readonly Answer[] => {
    const value = given.get(entry.name);
    if (value === undefined || !holds(entry.when)) return [];
    if (entry.as !== 'rows') return [filled(entry, value as string | readonly string[])];
    return (value as readonly Row[]).map((row, index) => ({
      give: 'row',
      list: entry.name,
      index,
      row: entry.fields.flatMap((field) => {
        const text = row[field.name];
        return text === undefined ? [] : [filled(field, text)];
      }),
    }));
  });

export interface AnsweredPage {
  readonly id: string;
  /** The input that shows that the page is there. */
  readonly first: string | undefined;
  readonly answers: readonly Answer[];
}

/** The pages that this person meets, in their order. */
export const answeredPages: readonly AnsweredPage[] = askedPages
  .filter(({ when }) => holds(when))
  .map((page) => ({
    id: page.id,
    first: page.entries.find(({ when }) => holds(when))?.name,
    answers: answersOn(page),
  }));

/** Every text that must arrive. */
export const expectedTexts: readonly string[] = answeredPages.flatMap(({ answers: all }) =>
  all.flatMap((one) => {
    const each = one.give === 'row' ? one.row : [one];
    return each.flatMap((part) => (part.give === 'text' ? [part.text] : part.values));
  }),
);
