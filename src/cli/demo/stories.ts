import type { Answers } from '../../steps/catalog.ts';
import type { Chance } from './chance.ts';

type Trial = NonNullable<Answers['trials']>[number];
type Story = (chance: Chance) => Answers;

const trial = (drug: string, doseMg: number, weeks: number, more: Partial<Trial> = {}): Trial => ({
  drug,
  doseMg,
  weeks,
  currentEpisode: 'yes',
  mostDays: 'yes',
  response: 'none',
  ...more,
});

const sertraline = trial('sertraline', 150, 10);
const venlafaxine = trial('venlafaxine', 225, 12, { response: 'some' });
const bupropion = trial('bupropion', 300, 9);
const escitalopram = trial('escitalopram', 20, 14);

const twoTried = { trials: [sertraline, venlafaxine], medications: ['venlafaxine'] } satisfies Answers;
const depressed: Story = (chance) => ({
  ...twoTried,
  interest: chance.oneOf(['spravato', 'either', 'ivKetamine']),
  episodeMonths: chance.between(3, 40),
});

/** What people come with: the variety of the written cases in `tests/personas`, two in five of them plain. */
export const stories: readonly [Story, ...Story[]] = [
  depressed,
  depressed,
  depressed,
  depressed,
  depressed,
  depressed,
  (chance) => ({
    trials: [escitalopram, bupropion],
    medications: ['bupropion'],
    episodeMonths: chance.between(5, 30),
  }),
  () => ({
    trials: [sertraline, venlafaxine, bupropion],
    medications: ['bupropion', 'trazodone'],
    ect: { had: 'no' },
    tms: { had: 'yes', when: '2024-05', sessions: 36, response: 'some' },
    psychotherapy: { had: 'yes', response: 'some' },
  }),
  () => ({ trials: [sertraline, trial('venlafaxine', 37.5, 12)], medications: ['venlafaxine'] }),
  () => ({
    trials: [{ drug: 'sertraline', weeks: 10, currentEpisode: 'yes', response: 'none' }],
    medsComplete: 'unsure',
  }),
  () => ({ trials: [sertraline, { ...venlafaxine, currentEpisode: 'no' }], medications: ['sertraline'] }),
  () => ({ trials: [], medications: [], episodeMonths: 2, requestKind: 'consultation' }),
  () => ({
    ...twoTried,
    htn: 'yes',
    htnControlled: 'yes',
    sbp: 136,
    dbp: 86,
    medications: ['lisinopril', 'venlafaxine'],
  }),
  () => ({ ...twoTried, htn: 'yes', htnControlled: 'no', sbp: 162, dbp: 101, bpAge: 'within6m' }),
  () => ({ ...twoTried, htn: 'unsure', sbp: 141, dbp: 88 }),
  () => ({ ...twoTried, aneurysm: 'unsure', cardiacSx: 'yes' }),
  () => ({ ...twoTried, avm: 'yes', seizure: 'yes', medications: ['levetiracetam'] }),
  () => ({ ...twoTried, mi: 'yes', miWhen: 'within6w', medications: ['aspirin', 'metoprolol'] }),
  () => ({ ...twoTried, mi: 'yes', miWhen: 'over6m', medications: ['atorvastatin'] }),
  () => ({ ...twoTried, interest: 'ivKetamine', priorKetamine: 'yes', priorKetReaction: 'none' }),
  () => ({ ...twoTried, priorKetamine: 'yes', priorKetReaction: 'bad' }),
  () => ({
    trials: [sertraline],
    medications: ['sertraline'],
    sex: 'female',
    canBecomePregnant: 'yes',
    pregnant: 'no',
    tryingPregnant: 'no',
    contraception: 'no',
    breastfeeding: 'yes',
  }),
  () => ({ ...twoTried, sex: 'female', canBecomePregnant: 'yes', pregnant: 'unsure' }),
  () => ({ ...twoTried, medications: ['lisdexamfetamine', 'venlafaxine'], sudPast: 'yes' }),
  () => ({ ...twoTried, psychosisEver: 'yes' }),
  () => ({ ...twoTried, psychosisCurrent: 'yes', drugUse: 'monthly', drugsUsed: 'meth, twice last month' }),
  () => ({
    ...twoTried,
    conditions: ['bipolarDepression'],
    dxBipolar: 'yes',
    highPeriodEver: 'yes',
    highPeriodTrouble: 'yes',
    highPeriodNoticed: 'yes',
    maniaCurrent: 'no',
    medications: ['lamotrigine', 'quetiapine'],
  }),
  (chance) => ({
    conditions: ['chronicPain'],
    interest: 'ivKetamine',
    peg: [chance.between(5, 10), chance.between(5, 10), chance.between(5, 10)],
    trials: [],
    medications: ['oxycodone', 'diazepam'],
    apnea: 'untreated',
  }),
  () => ({
    ...twoTried,
    conditions: ['ptsd', 'depression'],
    mainCondition: 'ptsd',
    traumaEver: 'yes',
    pcptsd5: [1, 1, 1, 0, 1],
    auditc: [4, 3, 2],
  }),
  () => ({
    ...twoTried,
    conditions: ['gad', 'depression'],
    mainCondition: 'gad',
    gad7: [3, 3, 3, 2, 2, 3, 2],
  }),
  () => ({ ...twoTried, trials: [sertraline, trial('phenelzine', 60, 8)], medications: ['phenelzine'] }),
  () => ({
    ...twoTried,
    raisedIcp: 'yes',
    liver: 'yes',
    liverSevere: 'no',
    thyroid: 'treated',
    medications: ['acetazolamide', 'levothyroxine'],
  }),
  () => ({ ...twoTried, drugUse: 'weekly', drugsUsed: 'cannabis', bladder: 'yes' }),
  () => ({ ...twoTried, ride: 'unsure', twiceWeekly: 'no', requestKind: 'unsure' }),
];
