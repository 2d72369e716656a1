import { plainWords } from './normalize.ts';

/**
 * The antidepressants of the clinical reference, section 3.4, with the smallest daily dose that makes a trial
 * adequate. Doses are a transcription of a study's MGH-ATRQ form in a public repository [T-ATRQ]: a copy of a
 * copy, to be confirmed against the form. Brands are partly general knowledge (GK).
 */
export type AntidepressantClass =
  | 'SSRI'
  | 'SNRI'
  | 'NDRI'
  | 'NaSSA'
  | 'SARI'
  | 'TCA'
  | 'MAOI'
  | 'tetracyclic'
  | 'multimodal'
  | '5-HT1A'
  | 'NMDA + NDRI'
  | 'neurosteroid';

/** mg a day, inclusive; or why there is none: the dose test is then unknown, or never passed. */
export type MinimumDose = number | 'notInTable' | 'neverCounts';

export interface Antidepressant {
  /** US brands, without the letters of a release form (XR, SR …) but for Paxil CR. */
  readonly brands: readonly string[];
  readonly class: AntidepressantClass;
  readonly minimum: MinimumDose;
  readonly source: 'T-ATRQ' | 'GK';
  /** For the clinician. */
  readonly note?: string;
}

const table = {
  citalopram: { brands: ['Celexa'], class: 'SSRI', minimum: 20, source: 'T-ATRQ' },
  escitalopram: { brands: ['Lexapro'], class: 'SSRI', minimum: 10, source: 'T-ATRQ' },
  fluoxetine: {
    brands: ['Prozac', 'Sarafem'],
    class: 'SSRI',
    minimum: 20,
    source: 'T-ATRQ',
    note: '90 mg once a week equals 20 mg a day (GK)',
  },
  fluvoxamine: {
    brands: ['Luvox'],
    class: 'SSRI',
    minimum: 50,
    source: 'T-ATRQ',
    note: 'Other lists use 100 mg (GK)',
  },
  paroxetine: { brands: ['Paxil', 'Pexeva'], class: 'SSRI', minimum: 20, source: 'T-ATRQ' },
  'paroxetine-cr': {
    brands: ['Paxil CR'],
    class: 'SSRI',
    minimum: 25,
    source: 'T-ATRQ',
    note: 'The form says 20/25',
  },
  sertraline: { brands: ['Zoloft'], class: 'SSRI', minimum: 50, source: 'T-ATRQ' },
  vilazodone: {
    brands: ['Viibryd'],
    class: 'SSRI',
    minimum: 40,
    source: 'T-ATRQ',
    note: 'SSRI with 5-HT1A action; the newer label allows 20 mg [T-DOSE]',
  },
  vortioxetine: { brands: ['Trintellix', 'Brintellix'], class: 'multimodal', minimum: 10, source: 'T-ATRQ' },
  venlafaxine: { brands: ['Effexor'], class: 'SNRI', minimum: 150, source: 'T-ATRQ' },
  desvenlafaxine: { brands: ['Pristiq', 'Khedezla'], class: 'SNRI', minimum: 50, source: 'T-ATRQ' },
  duloxetine: { brands: ['Cymbalta', 'Drizalma'], class: 'SNRI', minimum: 60, source: 'T-ATRQ' },
  levomilnacipran: { brands: ['Fetzima'], class: 'SNRI', minimum: 40, source: 'T-ATRQ' },
  milnacipran: {
    brands: ['Savella'],
    class: 'SNRI',
    minimum: 100,
    source: 'T-ATRQ',
    note: 'In the US for fibromyalgia',
  },
  bupropion: {
    brands: ['Wellbutrin', 'Aplenzin', 'Forfivo', 'Zyban'],
    class: 'NDRI',
    minimum: 300,
    source: 'T-ATRQ',
    note: 'Aplenzin 348 mg equals about 300 mg (GK); Zyban is for smoking',
  },
  mirtazapine: {
    brands: ['Remeron'],
    class: 'NaSSA',
    minimum: 15,
    source: 'T-ATRQ',
    note: 'Some lists use 30 mg (GK)',
  },
  trazodone: {
    brands: ['Desyrel', 'Oleptro'],
    class: 'SARI',
    minimum: 300,
    source: 'T-ATRQ',
    note: '25–100 mg for sleep never counts',
  },
  nefazodone: { brands: ['Serzone'], class: 'SARI', minimum: 300, source: 'T-ATRQ', note: 'Generic only' },
  amitriptyline: {
    brands: ['Elavil', 'Endep'],
    class: 'TCA',
    minimum: 150,
    source: 'T-ATRQ',
    note: '10–75 mg for pain or sleep does not count',
  },
  nortriptyline: { brands: ['Pamelor', 'Aventyl'], class: 'TCA', minimum: 75, source: 'T-ATRQ' },
  imipramine: { brands: ['Tofranil'], class: 'TCA', minimum: 150, source: 'T-ATRQ' },
  desipramine: { brands: ['Norpramin'], class: 'TCA', minimum: 150, source: 'T-ATRQ' },
  clomipramine: { brands: ['Anafranil'], class: 'TCA', minimum: 150, source: 'T-ATRQ' },
  doxepin: {
    brands: ['Sinequan', 'Adapin', 'Silenor'],
    class: 'TCA',
    minimum: 150,
    source: 'T-ATRQ',
    note: 'Silenor 3–6 mg is for sleep',
  },
  trimipramine: { brands: ['Surmontil'], class: 'TCA', minimum: 150, source: 'T-ATRQ' },
  protriptyline: { brands: ['Vivactil'], class: 'TCA', minimum: 30, source: 'T-ATRQ' },
  amoxapine: {
    brands: ['Asendin'],
    class: 'TCA',
    minimum: 150,
    source: 'T-ATRQ',
    note: 'Others use a higher dose (GK)',
  },
  maprotiline: { brands: ['Ludiomil'], class: 'tetracyclic', minimum: 150, source: 'T-ATRQ' },
  phenelzine: { brands: ['Nardil'], class: 'MAOI', minimum: 45, source: 'T-ATRQ' },
  tranylcypromine: { brands: ['Parnate'], class: 'MAOI', minimum: 30, source: 'T-ATRQ' },
  isocarboxazid: { brands: ['Marplan'], class: 'MAOI', minimum: 30, source: 'T-ATRQ' },
  'selegiline-td': {
    brands: ['Emsam'],
    class: 'MAOI',
    minimum: 6,
    source: 'T-ATRQ',
    note: 'Patch, mg in 24 hours; not oral, but counted by the ATRQ',
  },
  'dextromethorphan-bupropion': {
    brands: ['Auvelity'],
    class: 'NMDA + NDRI',
    minimum: 'notInTable',
    source: 'GK',
    note: '2 tablets a day (90/210 mg) would be adequate (GK); unknown until confirmed',
  },
  gepirone: {
    brands: ['Exxua'],
    class: '5-HT1A',
    minimum: 'notInTable',
    source: 'GK',
    note: '36.3 mg would be adequate (GK); unknown until confirmed',
  },
  zuranolone: {
    brands: ['Zurzuvae'],
    class: 'neurosteroid',
    minimum: 'neverCounts',
    source: 'GK',
    note: 'A 14-day course after childbirth: does not count at any dose',
  },
} as const satisfies Readonly<Record<string, Antidepressant>>;

export type AntidepressantKey = keyof typeof table;

export const antidepressants: Readonly<Record<AntidepressantKey, Antidepressant>> = table;

export const antidepressantKeys = Object.keys(table) as readonly AntidepressantKey[];

/** Whether a drug's key is one of the antidepressants of `docs/clinical-reference.md` 3.4. */
export const isAntidepressant = (drug: string): drug is AntidepressantKey => Object.hasOwn(table, drug);

/** Antidepressants sold elsewhere, with the form's minimum in mg a day [T-ATRQ]. Not known names. */
const notUsAntidepressants = {
  agomelatine: 25,
  moclobemide: 300,
  reboxetine: 4,
  tianeptine: 37.5,
  mianserin: 30,
  pirlindole: 200,
  opipramol: 150,
  pipofezine: 150,
  noxiptiline: 100,
} as const;

/**
 * The antidepressant sold elsewhere that a typed name holds, so that the clinician sees the form's minimum beside a
 * trial that could not be judged.
 *
 * @example notUsAntidepressant('Moclobemide 300') // { name: 'moclobemide', minimum: 300 }
 */
export function notUsAntidepressant(
  text: string,
): { readonly name: string; readonly minimum: number } | undefined {
  const words = plainWords(text);
  const [found] = Object.entries(notUsAntidepressants).filter(([name]) => words.includes(name));
  return found && { name: found[0], minimum: found[1] };
}
