import type { Answers } from '../steps/catalog.ts';
import type { Facts } from './facts.ts';
import type { InterruptionId } from './places.ts';

/** A page between two others, and what brings it up. */
interface Interruption {
  /** The answers it is about. Once passed it stays away, until one of these is changed. */
  readonly about: (answers: Answers) => readonly unknown[];
  readonly comesUp: (facts: Facts) => boolean;
}

/** Answered, and not with "no". */
const notNo = (answer: string | undefined) => answer !== undefined && answer !== 'no';

/** Item 9 of the PHQ-9: thoughts of being better off dead, or of self-harm. */
const item9 = ({ phq9 }: Answers) => phq9?.[8];

/** Adult body mass index, kg/m², outside which a slip of units is likelier than a body (GK). */
const PLAUSIBLE_BMI = { from: 14, to: 60 };

/** The design guide, P11 (support) and section 3 (odd numbers). */
export const interruptions: Readonly<Record<InterruptionId, Interruption>> = {
  dangerSupport: {
    about: ({ emergencyNow }) => [emergencyNow],
    comesUp: ({ answers }) => answers.emergencyNow !== 'no',
  },
  thoughtsSupport: {
    about: (answers) => [item9(answers)],
    comesUp: ({ answers }) => (item9(answers) ?? 0) > 0,
  },
  asqSupport: {
    about: ({ asq1, asq2, asq3, asq4, asq5 }) => [asq1, asq2, asq3, asq4, asq5],
    // asq5 is asked only where one of the four before it is not "no", so they alone decide.
    comesUp: ({ answers: { asq1, asq2, asq3, asq4 } }) => [asq1, asq2, asq3, asq4].some(notNo),
  },
  pressureCheck: {
    about: ({ sbp, dbp }) => [sbp, dbp],
    comesUp: ({ answers: { sbp, dbp }, thresholds }) => {
      if (sbp === undefined && dbp === undefined) return false;
      if (sbp === undefined || dbp === undefined) return true;
      return sbp <= dbp || sbp >= thresholds.severeSystolic || dbp >= thresholds.severeDiastolic;
    },
  },
  sizeCheck: {
    about: ({ heightIn, weightLb }) => [heightIn, weightLb],
    comesUp: ({ answers: { heightIn, weightLb } }) => {
      if (heightIn === undefined || weightLb === undefined) return false;
      // Pounds × 703 ÷ inches², as RS-BMI35 of the clinical reference.
      const bmi = (weightLb * 703) / heightIn ** 2;
      return bmi < PLAUSIBLE_BMI.from || bmi > PLAUSIBLE_BMI.to;
    },
  },
};
