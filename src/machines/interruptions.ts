import { asq, marksOf, ownScreen } from '../screening/suicide-screen.ts';
import type { Answers } from '../steps/catalog.ts';
import { ownAnswers } from '../steps/own-instrument.ts';
import { phq9Item9 } from '../steps/phq9/score.ts';
import { relevant } from '../steps/relevant.ts';
import type { Facts } from './facts.ts';
import { oddDates } from './odd-dates.ts';
import type { InterruptionId } from './places.ts';

/** A page between two others, and what brings it up. */
interface Interruption {
  /** When it comes up, in words, for the drawing of the flow. */
  readonly when: string;
  /** The answers it is about. Once passed it stays away, until one of these is changed. */
  readonly about: (answers: Answers) => readonly unknown[];
  readonly comesUp: (facts: Facts) => boolean;
}

/** Adult body mass index, kg/m², outside which a slip of units is likelier than a body (GK). */
const PLAUSIBLE_BMI = { from: 14, to: 60 };

/** The design guide, P11 (support) and section 3 (odd numbers). */
export const interruptions: Readonly<Record<InterruptionId, Interruption>> = {
  dangerSupport: {
    when: 'danger right now was not answered with no',
    about: ({ emergencyNow }) => [emergencyNow],
    comesUp: ({ answers }) => answers.emergencyNow !== 'no',
  },
  thoughtsSupport: {
    when: 'item 9 of the PHQ-9 is above 0',
    about: ({ phq9 }) => [phq9Item9(phq9)],
    comesUp: ({ answers }) => (phq9Item9(answers.phq9) ?? 0) > 0,
  },
  asqSupport: {
    when: 'any of the ASQ items 1 to 4 is not no, or any item that was shown of a clinic’s own instrument',
    about: (answers) => [
      answers.asq1,
      answers.asq2,
      answers.asq3,
      answers.asq4,
      answers.asq5,
      ownAnswers(answers),
    ],
    comesUp: ({ answers, circumstances }) => {
      const { instrument } = circumstances;
      if (!instrument) return asq.positive(answers);
      return ownScreen(marksOf(instrument), relevant(answers, circumstances).shown).positive(answers);
    },
  },
  dateCheck: {
    when: 'an antidepressant or another treatment is dated after today, or before the person was born',
    about: ({ birthDate, trials, ect, tms, vns, psychotherapy }) => [
      birthDate,
      trials?.map(({ startedOn, endedOn }) => [startedOn, endedOn]),
      [ect, tms, vns, psychotherapy].map((one) => one?.when),
    ],
    comesUp: ({ answers, circumstances }) => oddDates(answers, circumstances.asOf).length > 0,
  },
  pressureCheck: {
    when: 'only one number is given, the bottom one is not below the top one, or one is in the severe range of the settings',
    about: ({ sbp, dbp }) => [sbp, dbp],
    comesUp: ({ answers: { sbp, dbp }, thresholds }) => {
      if (sbp === undefined && dbp === undefined) return false;
      if (sbp === undefined || dbp === undefined) return true;
      return sbp <= dbp || sbp >= thresholds.severeSystolic || dbp >= thresholds.severeDiastolic;
    },
  },
  sizeCheck: {
    when: `height and weight make a body mass index below ${PLAUSIBLE_BMI.from} or above ${PLAUSIBLE_BMI.to}`,
    about: ({ heightIn, weightLb }) => [heightIn, weightLb],
    comesUp: ({ answers: { heightIn, weightLb } }) => {
      if (heightIn === undefined || weightLb === undefined) return false;
      // Pounds × 703 ÷ inches², as RS-BMI35 of the clinical reference.
      const bmi = (weightLb * 703) / heightIn ** 2;
      return bmi < PLAUSIBLE_BMI.from || bmi > PLAUSIBLE_BMI.to;
    },
  },
};
