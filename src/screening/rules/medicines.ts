import { namesOf, takenFrom } from '../current-medicines.ts';
import type { Intake } from '../intake.ts';
import type { MedicineClass } from '../medicines/classes.ts';
import { both, type Rule } from '../rule.ts';
import { and, or, presentIf, type Tri } from '../tri.ts';

/** Whether a current medicine is in one of these lists. Never unknown: RX-LIST-INCOMPLETE says what may be missing. */
const takes =
  (...lists: readonly MedicineClass[]) =>
  ({ medicines }: Intake): Tri =>
    presentIf(takenFrom(medicines(), ...lists).length > 0);

/** Their names, for the clinician. */
const names =
  (...lists: readonly MedicineClass[]) =>
  ({ medicines }: Intake) => ({ names: namesOf(takenFrom(medicines(), ...lists)) });

const benzodiazepine = takes('benzodiazepine');
const opioid = takes('opioid');

/** Current medicines that add to an effect, or take from it. */
export const medicines = [
  {
    id: 'RX-BENZO',
    tier: 'core',
    finds: 'A benzodiazepine among the current medicines.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Benzodiazepine: additive sedation; may shorten antidepressant effect. Do not stop abruptly.',
    sources: ['S-7.1', 'I-VER', 'I-AND'],
    reads: ['medications'],
    when: benzodiazepine,
  },
  {
    id: 'RX-OPIOID',
    tier: 'core',
    finds: 'An opioid among the current medicines, buprenorphine and methadone included.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Opioid: sedation and respiratory depression.',
    sources: ['S-7.1', 'K-7'],
    reads: ['medications'],
    when: opioid,
  },
  {
    id: 'RX-BENZO-OPIOID',
    tier: 'core',
    finds: 'A benzodiazepine and an opioid together.',
    severity: both('review'),
    unknown: 'omit',
    clinician: 'Opioid + benzodiazepine together: review respiratory risk before any sedating treatment.',
    sources: ['S-7.1', 'GK'],
    reads: ['medications'],
    when: (intake) => and(benzodiazepine(intake), opioid(intake)),
  },
  {
    id: 'RX-CNS-DEPRESSANT',
    tier: 'core',
    finds: 'Another CNS depressant among the current medicines.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Other CNS depressant(s): {names}.',
    places: names('otherDepressant'),
    sources: ['S-7.1'],
    reads: ['medications'],
    when: takes('otherDepressant'),
  },
  {
    id: 'RX-STIMULANT',
    tier: 'core',
    finds: 'A psychostimulant among the current medicines.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Psychostimulant: may raise BP; monitor closely. Ask about timing on dosing days.',
    sources: ['S-7.2'],
    reads: ['medications'],
    when: takes('stimulant'),
  },
  {
    id: 'RX-MAOI',
    tier: 'core',
    finds:
      'An MAO inhibitor among the current medicines: selegiline in every form, rasagiline, linezolid and methylene blue included.',
    severity: both('review'),
    unknown: 'omit',
    clinician:
      'MAOI: may raise BP; label says monitor closely. Case reports with tranylcypromine showed no relevant vital-sign change, but confirm.',
    sources: ['S-7.3', 'I-VER'],
    reads: ['medications'],
    when: takes('maoi'),
  },
  {
    id: 'RX-THEOPHYLLINE',
    tier: 'core',
    finds: 'Theophylline or aminophylline among the current medicines.',
    severity: { spravato: 'caution', ivKetamine: 'review' },
    unknown: 'omit',
    clinician:
      'Theophylline/aminophylline: may lower seizure threshold with ketamine (consider alternative); EU: xanthines may raise BP.',
    sources: ['K-7', 'E-SMPC'],
    reads: ['medications'],
    when: takes('theophylline'),
  },
  {
    id: 'RX-SYMPATHOMIMETIC',
    tier: 'extended',
    finds: 'Another medicine that may raise blood pressure.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Agents that may raise BP.',
    sources: ['K-7', 'E-SMPC'],
    reads: ['medications'],
    when: takes('pressureRaising'),
  },
  {
    id: 'RX-CYP',
    tier: 'extended',
    finds: 'An inhibitor or inducer of CYP2B6 or CYP3A4.',
    severity: { spravato: 'info', ivKetamine: 'caution' },
    unknown: 'omit',
    clinician: 'CYP2B6/3A4 inhibitor or inducer: ketamine exposure may change.',
    sources: ['I-AND'],
    reads: ['medications'],
    when: takes('cypInhibitor', 'cypInducer'),
  },
  {
    id: 'RX-LAMOTRIGINE',
    tier: 'extended',
    finds: 'Lamotrigine among the current medicines.',
    severity: both('info'),
    unknown: 'omit',
    clinician: 'Lamotrigine: 2 of 5 studies found attenuated ketamine effects; not a reason to stop.',
    sources: ['I-VER'],
    reads: ['medications'],
    when: takes('lamotrigine'),
  },
  {
    id: 'RX-NALTREXONE',
    tier: 'extended',
    finds: 'Naltrexone among the current medicines, by mouth or as a depot.',
    severity: both('info'),
    unknown: 'omit',
    clinician:
      'Naltrexone: evidence conflicts on whether it blunts the antidepressant effect; also blocks opioid analgesia.',
    sources: ['GK'],
    reads: ['medications'],
    when: takes('naltrexone'),
  },
  {
    id: 'RX-NASAL',
    tier: 'core',
    finds: 'A nasal steroid or decongestant among the current medicines.',
    severity: { spravato: 'info', ivKetamine: null },
    unknown: 'omit',
    clinician: 'Nasal corticosteroid/decongestant: ≥ 1 h before dosing.',
    sources: ['S-2'],
    reads: ['medications'],
    when: takes('nasal'),
  },
  {
    id: 'RX-LIST-INCOMPLETE',
    tier: 'core',
    finds:
      'The list of medicines is not surely complete, or an entry holds no known name. An empty list said to be complete is complete.',
    severity: both('review'),
    unknown: 'omit',
    clinician:
      'Medicine list incomplete or contains unmatched entries: interaction rules may be missing flags.',
    sources: ['GK'],
    reads: ['medications', 'medsComplete'],
    when: ({ answers, medicines }) =>
      or(presentIf(answers.medsComplete !== 'yes'), presentIf(medicines().unmatched > 0)),
  },
] as const satisfies readonly Rule[];
