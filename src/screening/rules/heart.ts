import type { Intake } from '../intake.ts';
import { both, type Rule } from '../rule.ts';
import { and, not, presentIf, tri } from '../tri.ts';

/** Above these, in mmHg, the label asks to weigh a further rise before each dose; exactly 140/90 is not above. S-2. */
const preDoseGuide = { systolic: 140, diastolic: 90 };

/** Heart, blood vessels, blood pressure, and ketamine allergy. */
export const heart = [
  {
    id: 'CV-ANEURYSM',
    tier: 'core',
    finds: 'Aneurysm of the aorta (chest or belly), the brain, the arms or the legs.',
    severity: both('contraindication'),
    unknown: 'flag',
    clinician:
      'Aneurysmal vascular disease reported. SPRAVATO contraindicated (§4). IV ketamine: same BP hazard (Ketalar §4, inferred).',
    tags: ['inferred'],
    sources: ['S-4', 'K-4'],
    reads: ['aneurysm'],
    when: ({ answers }) => tri(answers.aneurysm),
  },
  {
    id: 'CV-AVM',
    tier: 'core',
    finds: 'Arteriovenous malformation.',
    severity: both('contraindication'),
    unknown: 'flag',
    clinician: 'Arteriovenous malformation reported. SPRAVATO §4; IV ketamine inferred from Ketalar §4.',
    tags: ['inferred'],
    sources: ['S-4', 'K-4'],
    reads: ['avm'],
    when: ({ answers }) => tri(answers.avm),
  },
  {
    id: 'CV-ICH',
    tier: 'core',
    finds:
      'Bleeding in or around the brain, ever. Asked broadly; the clinician decides whether it was intracerebral.',
    severity: both('contraindication'),
    unknown: 'flag',
    clinician:
      'History of intracranial bleed. SPRAVATO §4 names intracerebral hemorrhage; confirm type. IVK inferred.',
    tags: ['inferred'],
    sources: ['S-4', 'K-4'],
    reads: ['brainBleed'],
    when: ({ answers }) => tri(answers.brainBleed),
  },
  {
    id: 'AL-KETAMINE',
    tier: 'core',
    finds: 'Allergy to ketamine, esketamine or an ingredient.',
    severity: both('contraindication'),
    unknown: 'flag',
    clinician: 'Hypersensitivity to ketamine/esketamine/excipients reported: contraindicated for both.',
    sources: ['S-4', 'K-4'],
    reads: ['ketamineAllergy', 'allergies'],
    when: ({ answers }) => tri(answers.ketamineAllergy),
  },
  {
    id: 'CV-BP-SEVERE',
    tier: 'core',
    finds:
      'A self-reported number at or over the clinic’s limit (180 systolic or 110 diastolic unless set otherwise), however old. Never unknown.',
    severity: both('review'),
    unknown: 'omit',
    clinician: 'Self-reported BP {s}/{d}: severe range. Not for dosing until evaluated.',
    places: (intake) => bloodPressure(intake),
    tags: ['consensusContraindication'],
    sources: ['S-5.7', 'A-CH', 'GK (threshold)'],
    reads: ['sbp', 'dbp', 'bpAge'],
    when: (intake) => presentIf(isSevere(intake)),
  },
  {
    id: 'CV-BP-ELEVATED',
    tier: 'core',
    finds:
      'Not severe, and a self-reported number over 140 systolic or 90 diastolic; exactly 140/90 is not over. Never unknown.',
    severity: both('caution'),
    unknown: 'omit',
    clinician:
      'Self-reported BP {s}/{d} above the label’s pre-dose guide (> 140 / > 90): weigh short-term rise vs benefit; EU guide for ≥ 65 is > 150/90.',
    places: (intake) => bloodPressure(intake),
    sources: ['S-2', 'E-SMPC'],
    reads: ['sbp', 'dbp', 'bpAge'],
    when: (intake) => and(presentIf(!isSevere(intake)), presentIf(isAbovePreDoseGuide(intake))),
  },
  {
    id: 'CV-BP-UNKNOWN',
    tier: 'core',
    finds:
      'A blood pressure number is missing, or the reading is older than 6 months or of unknown age. Never unknown.',
    severity: both('info'),
    unknown: 'omit',
    clinician: 'No recent BP: measure before any decision.',
    sources: ['S-2'],
    reads: ['sbp', 'dbp', 'bpAge'],
    when: ({ answers: { sbp, dbp, bpAge } }) =>
      presentIf(sbp === undefined || dbp === undefined || bpAge !== 'within6m'),
  },
  {
    id: 'CV-HTN-UNCONTROLLED',
    tier: 'core',
    finds: 'High blood pressure that is not under control. Unknown when either is unknown.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Hypertension not (or not known to be) controlled.',
    tags: ['consensusContraindication'],
    sources: ['S-5.7', 'A-CH'],
    reads: ['htn', 'htnControlled'],
    when: ({ answers: { htn, htnControlled } }) => (htn === 'yes' ? not(tri(htnControlled)) : tri(htn)),
  },
  {
    id: 'CV-HTN-ENCEPH',
    tier: 'extended',
    finds: 'Hypertensive encephalopathy, ever.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'History of hypertensive encephalopathy: label calls for more intensive monitoring.',
    sources: ['S-5.7'],
    reads: ['htnEnceph'],
    when: ({ answers }) => tri(answers.htnEnceph),
  },
  {
    id: 'CV-MI-RECENT',
    tier: 'core',
    finds:
      'Heart attack in the past 6 weeks. Unknown when there was one and the time is not given; whether there was one at all is CV-MI-PAST’s.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'MI within 6 weeks: contraindicated in the EU SmPC; US label → careful assessment.',
    sources: ['E-PIL', 'S-5.7'],
    reads: ['mi', 'miWhen'],
    when: ({ answers: { mi, miWhen } }) => {
      if (mi !== 'yes' || miWhen === '6wTo6m' || miWhen === 'over6m') return 'absent';
      return miWhen === 'within6w' ? 'present' : 'unknown';
    },
  },
  {
    id: 'CV-MI-PAST',
    tier: 'core',
    finds: 'Heart attack, unless it was in the past 6 weeks; an unknown time counts as past.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Past MI: US label asks for benefit/risk assessment of cardiovascular conditions.',
    sources: ['S-5.7', 'S-MG'],
    reads: ['mi', 'miWhen'],
    when: ({ answers: { mi, miWhen } }) => (mi === 'yes' ? presentIf(miWhen !== 'within6w') : tri(mi)),
  },
  {
    id: 'CV-STROKE-TIA',
    tier: 'core',
    finds: 'Stroke or mini-stroke, ever.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Stroke/TIA history: type, date, BP target.',
    sources: ['S-5.7', 'S-MG', 'E-PIL'],
    reads: ['strokeTia'],
    when: ({ answers }) => tri(answers.strokeTia),
  },
  {
    id: 'CV-HF-VALVE',
    tier: 'core',
    finds: 'Heart failure, valve disease or cardiomyopathy.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Heart failure / valve disease reported.',
    sources: ['S-MG', 'E-PIL'],
    reads: ['hfValve'],
    when: ({ answers }) => tri(answers.hfValve),
  },
  {
    id: 'CV-CARDIAC-SX',
    tier: 'core',
    finds: 'In the past month chest pain, fainting, or a fast or slow heartbeat with breathlessness.',
    severity: both('review'),
    unknown: 'flag',
    clinician: 'Current cardiac symptoms: evaluate before treatment.',
    tags: ['consensusContraindication'],
    sources: ['S-MG', 'A-CH'],
    reads: ['cardiacSx'],
    when: ({ answers }) => tri(answers.cardiacSx),
  },
  {
    id: 'CV-ARRHYTHMIA',
    tier: 'extended',
    finds: 'Arrhythmia, pacemaker or long QT.',
    severity: both('caution'),
    unknown: 'omit',
    clinician: 'Arrhythmia / pacemaker / long QT: consider ECG.',
    sources: ['S-MG', 'K-1'],
    reads: ['arrhythmia'],
    when: ({ answers }) => tri(answers.arrhythmia),
  },
] as const satisfies readonly Rule[];

const known = (pressure: number | undefined): number => (typeof pressure === 'number' ? pressure : 0);

const isSevere = ({ answers: { sbp, dbp }, thresholds }: Intake): boolean =>
  known(sbp) >= thresholds.severeSystolic || known(dbp) >= thresholds.severeDiastolic;

const isAbovePreDoseGuide = ({ answers: { sbp, dbp } }: Intake): boolean =>
  known(sbp) > preDoseGuide.systolic || known(dbp) > preDoseGuide.diastolic;

const bloodPressure = ({ answers: { sbp, dbp } }: Intake) => ({ s: sbp ?? '–', d: dbp ?? '–' });
