import { assign, not, setup } from 'xstate';
import type { Answers, Key } from '../steps/catalog.ts';
import type { Facts } from './facts.ts';
import { type GuardName, guards } from './guards.ts';
import type { Place } from './places.ts';

/** What a completed page hands over: an answer under its key, or `undefined` where one was blanked. */
export type PageAnswers = { readonly [K in Key]?: Answers[K] | undefined };

/** The one event of the flow: the person pressed Continue. */
export interface Continue {
  readonly type: 'CONTINUE';
  readonly answers?: PageAnswers;
}

interface Move {
  readonly context: Facts;
  readonly event: Continue;
}

/** The answers kept so far, and those that arrive with this Continue. A blanked answer is gone. */
const allAnswers = ({ context: { answers }, event }: Move): Answers => {
  const arriving = Object.entries(event.answers ?? {});
  const kept: Readonly<Record<string, unknown>> = answers;
  if (arriving.every(([key, value]) => kept[key] === value)) return answers;
  const merged = Object.entries({ ...answers, ...event.answers });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
};

/** The guards, asked with the answers of the page that is being left. */
const asked = Object.fromEntries(
  Object.entries(guards).map(([name, holds]) => [
    name,
    (move: Move) => holds({ ...move.context, answers: allAnswers(move) }),
  ]),
) as Record<GuardName, (move: Move) => boolean>;

const flow = setup({
  types: {} as { context: Facts; events: Continue; input: Facts; meta: { readonly onlyIf: GuardName } },
  guards: asked,
  actions: { keep: assign({ answers: allAnswers }) },
});

/** A page that everybody sees who comes here. */
const page = <const Next extends Place>(next: Next) =>
  flow.createStateConfig({ on: { CONTINUE: { target: next, actions: 'keep' } } });

/** A page that is passed over unless there is this reason to show it. */
const pageIf = <const Next extends Place>(reason: GuardName, next: Next) =>
  flow.createStateConfig({
    meta: { onlyIf: reason },
    always: { guard: not(reason), target: next },
    on: { CONTINUE: { target: next, actions: 'keep' } },
  });

/** A page after which the form ends, for this reason. */
const pageEndsIf = <const End extends Place, const Next extends Place>(
  reason: GuardName,
  end: End,
  next: Next,
) =>
  flow.createStateConfig({
    on: {
      CONTINUE: [
        { guard: reason, target: end, actions: 'keep' },
        { target: next, actions: 'keep' },
      ],
    },
  });

const theEnd = flow.createStateConfig({ type: 'final' });

/**
 * The way through the form: one state for each page, in the order in which people meet them. Flow only, so that it
 * can be walked, drawn and tested; where a person stands is `walk`'s to say.
 */
export const intakeMachine = flow.createMachine({
  id: 'intake',
  context: ({ input }) => input,
  initial: 'danger',
  states: {
    // 1 · About you
    danger: page('dangerSupport'),
    dangerSupport: pageIf('mayBeInDanger', 'birthDate'),
    birthDate: pageEndsIf('isUnder18', 'underAge', 'who'),
    underAge: theEnd,
    who: page('name'),
    name: page('contact'),
    contact: page('location'),
    location: pageIf('clinicHasSeveralLocations', 'safetyContact'),
    safetyContact: page('goals'),
    // 2 · What you hope for
    goals: page('episode'),
    episode: pageIf('hopesForHelpWithDepression', 'phq9Mood'),
    // 3 · How you feel
    phq9Mood: page('phq9Body'),
    phq9Body: page('phq9Mind'),
    phq9Mind: page('phq9Thoughts'),
    phq9Thoughts: page('thoughtsSupport'),
    thoughtsSupport: pageIf('hasThoughtsOfDeath', 'phq9Difficulty'),
    phq9Difficulty: pageIf('hasAnyPhq9Problem', 'gad7Worry'),
    gad7Worry: page('gad7Rest'),
    gad7Rest: page('gad7Fear'),
    gad7Fear: page('trauma'),
    trauma: pageIf('hopesForMoreThanPainRelief', 'ptsdMemories'),
    ptsdMemories: pageIf('livedThroughTrauma', 'ptsdFeelings'),
    ptsdFeelings: pageIf('livedThroughTrauma', 'pain'),
    pain: pageIf('hasChronicPain', 'asqWishes'),
    asqWishes: page('asqAttempt'),
    asqAttempt: pageIf('asksTheAsq', 'asqNow'),
    asqNow: pageIf('asqIsNotAllNo', 'asqSupport'),
    asqSupport: pageIf('asqNeedsSupport', 'highPeriods'),
    // 4 · Your mind and past treatments
    highPeriods: page('highPeriodDetails'),
    highPeriodDetails: pageIf('hadAnyHighPeriod', 'diagnoses'),
    diagnoses: page('experiences'),
    experiences: page('trials'),
    trials: page('augmentation'),
    augmentation: page('treatments'),
    treatments: page('dateCheck'),
    dateCheck: pageIf('dateNeedsACheck', 'priorKetamine'),
    priorKetamine: page('vessels'),
    // 5 · Your body
    vessels: page('heart'),
    heart: page('heartSymptoms'),
    heartSymptoms: page('pressure'),
    pressure: page('pressureCheck'),
    pressureCheck: pageIf('pressureNeedsACheck', 'allergies'),
    allergies: page('brain'),
    brain: page('eyesAndBreathing'),
    eyesAndBreathing: page('size'),
    size: page('sizeCheck'),
    sizeCheck: pageIf('sizeNeedsACheck', 'organs'),
    organs: page('pregnancy'),
    pregnancy: page('pregnancyDetails'),
    pregnancyDetails: pageIf('couldBecomePregnant', 'alcohol'),
    // 6 · Alcohol, drugs, medicines
    alcohol: page('drugs'),
    drugs: page('substanceProblems'),
    substanceProblems: page('medicines'),
    medicines: page('visits'),
    // 7 · Plans and sending
    visits: page('insurance'),
    insurance: page('request'),
    request: page('check'),
    check: page('sign'),
    sign: page('done'),
    done: theEnd,
  } satisfies Record<Place, object>,
});
