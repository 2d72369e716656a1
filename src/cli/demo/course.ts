import { dayIn } from '../../lib/dates.ts';
import { screen } from '../../screening/screen.ts';
import { type DecisionKind, decisions } from '../../submission/decisions.ts';
import type { Around } from './around.ts';
import type { Arrival } from './arrivals.ts';
import type { Chance } from './chance.ts';
import type { Colleague, Deed } from './deeds.ts';
import { DAY, HOUR, later, MINUTE, whenOpen, writingTime } from './hours.ts';
import { safetyCall } from './safety-call.ts';
import { callNotes, decisionNotes, notes, questions } from './said.ts';

/** What became of an arrival, in order. Some of it may still be to come. */
export const courseOf = (arrival: Arrival, around: Around): readonly Deed[] => {
  const { subject: on, at, language, answers, alert } = arrival;
  if (arrival.kind === 'alert') {
    return [{ does: 'alert', on, at, language, answers }, ...safetyCall(arrival, around).deeds];
  }
  const startedAt = later(at, -around.chance.between(14, 95) * MINUTE);
  const arrived: Deed[] = [
    ...(alert === undefined
      ? []
      : [{ does: 'alert', on: alert.subject, at: alert.at, language, answers, form: on } as const]),
    { does: 'send', on, at, startedAt, language, answers },
  ];
  if (arrival.pressing === 'none') return [...arrived, ...ordinary(arrival, around, at)];
  const { deeds, by, endedAt } = safetyCall(arrival, around);
  if (endedAt === undefined) return [...arrived, ...deeds];
  return [...arrived, ...deeds, ...ordinary(arrival, around, endedAt, by)];
};

const clinicians = ['ana', 'ben', 'kiri'] as const satisfies readonly Colleague[];

/** Hours until somebody has time for a form: mostly the same day, seldom the next. */
const untilRead = (chance: Chance): number => Math.min(28, -Math.log(1 - chance.next()) * 4) * HOUR;

/** A form is read, talked about, asked about, decided and booked; by whoever already has it, if anybody. */
const ordinary = (
  { subject: on, answers, earlier, copyOf }: Arrival,
  { chance, settings, now }: Around,
  from: Date,
  holder?: Colleague,
): readonly Deed[] => {
  const by = holder ?? chance.oneOf(clinicians);
  const deeds: Deed[] = [];
  let at = whenOpen(chance, settings, later(from, untilRead(chance)));
  const pass = (least: number, most: number): Date => {
    at = whenOpen(chance, settings, later(at, chance.between(least, most) * MINUTE));
    return at;
  };
  const decide = (kind: DecisionKind, reason: string) => {
    const note = chance.happens(0.35) ? chance.oneOf(decisionNotes) : null;
    deeds.push({ does: 'decide', on, at, by, kind, reason, note });
  };
  const book = () => {
    if (chance.happens(0.4)) deeds.push({ does: 'export', on, at: pass(2, 30), by });
    const day = later(pass(3 * 60, 4 * 1_440), chance.between(3, 21) * DAY);
    deeds.push({ does: 'book', on, at, by, visitAt: whenOpen(chance, settings, day) });
  };

  if (chance.happens(0.3)) deeds.push({ does: 'open', on, at: pass(0, 5), by: 'dee' });
  deeds.push({ does: 'open', on, at: pass(0, 9), by });
  if (holder === undefined) deeds.push({ does: 'take', on, at: pass(1, 5), by });
  if (copyOf !== undefined) {
    pass(3, 12);
    decide('duplicate', 'sentTwice');
    return deeds;
  }
  if (earlier !== undefined && chance.happens(0.8))
    deeds.push({ does: 'match', on, at: pass(1, 6), by, with: earlier });
  if (chance.happens(0.5)) deeds.push({ does: 'note', on, at: pass(2, 15), by, text: chance.oneOf(notes) });

  if (chance.happens(0.6)) {
    let tries = 0;
    const reached = () => chance.happens(0.65);
    let isReached = reached();
    while (!isReached && tries < 3) {
      const outcome = chance.oneOf(['noAnswer', 'noAnswer', 'leftMessage', 'busy']);
      deeds.push({ does: 'call', on, at: pass(15, 700), by, outcome, spokeWith: null, note: null });
      tries += 1;
      isReached = reached();
    }
    if (!isReached) {
      pass(60, 600);
      decide('noContact', 'notReached');
      return deeds;
    }
    const note = chance.happens(0.5) ? chance.oneOf(callNotes) : null;
    deeds.push({ does: 'call', on, at: pass(15, 500), by, outcome: 'spoke', spokeWith: 'patient', note });
  }

  if (chance.happens(0.3)) {
    const { text, keys, answers: anew, reply } = chance.oneOf(questions);
    deeds.push({ does: 'ask', on, at: pass(5, 240), by, texts: [text], keys });
    if (!chance.happens(0.8)) {
      pass(6 * 1_440, 9 * 1_440);
      decide('noContact', 'noReply');
      return deeds;
    }
    const written = writingTime(chance, settings, later(at, chance.between(4, 70) * HOUR));
    at = written > at ? written : later(at, 3 * HOUR);
    deeds.push({ does: 'reply', on, at, texts: [reply], answers: anew });
    at = whenOpen(chance, settings, later(at, untilRead(chance)));
    deeds.push({ does: 'open', on, at, by });
  }

  pass(20, 2 * 1_440);
  const asOf = dayIn(settings.timeZone, now);
  const [kind, reason] = chance.oneOf(endings[howItLooks(screen(answers, { asOf, settings }))]);
  decide(kind, reason);
  if (decisions[kind].leadsTo === 'waiting') {
    pass(2 * 1_440, 9 * 1_440);
    decide('bookEvaluation', 'toVerify');
    book();
  }
  if (decisions[kind].leadsTo === 'ready') book();
  return deeds;
};

type Look = 'clear' | 'toReview' | 'against';
type Ending = readonly [DecisionKind, string];

const howItLooks = ({ disposition }: ReturnType<typeof screen>): Look => {
  const all = [disposition.spravato, disposition.ivKetamine];
  if (all.every((one) => one === 'LABEL-CI')) return 'against';
  return all.every((one) => one === 'ROUTINE') ? 'clear' : 'toReview';
};

/** How often each is decided here is invented, as the people are: no clinic's figures. */
const endings: Readonly<Record<Look, readonly [Ending, ...Ending[]]>> = {
  clear: [
    ['bookConsultation', 'noConcern'],
    ['bookConsultation', 'noConcern'],
    ['bookConsultation', 'noConcern'],
    ['bookConsultation', 'askedFor'],
    ['bookEvaluation', 'noConcern'],
    ['bookEvaluation', 'noConcern'],
    ['needRecords', 'treatmentHistory'],
    ['notNow', 'cost'],
    ['withdrawn', 'changedMind'],
    ['referElsewhere', 'outOfReach'],
  ],
  toReview: [
    ['bookEvaluation', 'toExamine'],
    ['bookEvaluation', 'toExamine'],
    ['bookEvaluation', 'toExamine'],
    ['bookEvaluation', 'toVerify'],
    ['bookEvaluation', 'toVerify'],
    ['bookConsultation', 'toTalkThrough'],
    ['bookConsultation', 'toTalkThrough'],
    ['bookConsultation', 'toTalkThrough'],
    ['needRecords', 'treatmentHistory'],
    ['needRecords', 'medicalRecords'],
    ['needRecords', 'clearance'],
    ['needRecords', 'insurance'],
    ['notNow', 'unstable'],
    ['notNow', 'visits'],
    ['referElsewhere', 'otherTreatment'],
    ['withdrawn', 'elsewhere'],
    ['withdrawn', 'noReasonGiven'],
  ],
  against: [
    ['notNow', 'contraindication'],
    ['notNow', 'contraindication'],
    ['notNow', 'contraindication'],
    ['referElsewhere', 'medicalFirst'],
    ['referElsewhere', 'medicalFirst'],
    ['referElsewhere', 'higherCare'],
    ['needRecords', 'clearance'],
    ['bookConsultation', 'toTalkThrough'],
  ],
};
