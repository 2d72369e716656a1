import { asq } from '../screening/suicide-screen.ts';
import type { Answers } from '../steps/catalog.ts';
import { phq9Item9 } from '../steps/phq9/score.ts';
import type { Facts } from './facts.ts';
import type { InterruptionId } from './places.ts';

/** A page between two others, and what brings it up. */
interface Interruption {
  /** The answers it is about. Once passed it stays away, until one of these is changed. */
  readonly about: (answers: Answers) => readonly unknown[];
  readonly comesUp: (facts: Facts) => boolean;
}

/** Adult body mass index, kg/m², outside which a slip of units is likelier than a body (GK). */
const PLAUSIBLE_BMI = { from: 14, to: 60 };

/** The design guide, P11 (support) and section 3 (odd numbers). */
export const interruptions: Readonly<Record<InterruptionId, Interruption>> = {
  dangerSupport: {
    about: ({ emergencyNow }) => [emergencyNow],
    comesUp: ({ answers }) => answers.emergencyNow !== 'no',
  },
  thoughtsSupport: {
    about: ({ phq9 }) => [phq9Item9(phq9)],
    comesUp: ({ answers }) => (phq9Item9(answers.phq9) ?? 0) > 0,
  },
  asqSupport: {
    about: ({ asq1, asq2, asq3, asq4, asq5 }) => [asq1, asq2, asq3, asq4, asq5],
    comesUp: ({ answers }) => asq.positive(answers),
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
