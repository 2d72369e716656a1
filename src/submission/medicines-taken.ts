import { medicationName } from '../questions/display.ts';
import type { Medication } from '../questions/values.ts';
import { pack } from '../screening/pack.ts';
import { releasedPack } from '../screening/released-packs.ts';
import type { Frozen } from './freeze.ts';
import type { MedicineTaken } from './medicines-wire.ts';
import { clinicOf } from './replay.ts';
import { ruleName } from './rule-names.ts';
import { inputsOf } from './screened.ts';

/**
 * The current medicines, each with the findings that it raises under the rules of that day: by itself, or together
 * with another (an opioid with a benzodiazepine), where without it the finding would not be.
 *
 * @example medicinesTaken(frozen) // [{ name: 'clonazepam', taken: '1 mg', raises: [{ id: 'RX-BENZO', … }] }]
 */
export function medicinesTaken({ content, screening }: Frozen): readonly MedicineTaken[] {
  const { medications = [] } = content.answers;
  if (medications.length === 0) return [];
  const { evaluate } = releasedPack(screening.evaluation.rulesVersion) ?? pack;
  const clinic = clinicOf(screening);
  const foundWith = (taken: readonly Medication[]): ReadonlySet<string> => {
    const answers = { ...content.answers, medications: [...taken] };
    const { flags } = evaluate(inputsOf({ ...content, answers }, clinic)).evaluation;
    return new Set(flags.filter(({ status }) => status === 'present').map(({ id }) => id));
  };
  const [withNone, withAll] = [foundWith([]), foundWith(medications)];
  return medications.map((one, index) => {
    const alone = foundWith([one]);
    const withoutIt = foundWith(medications.toSpliced(index, 1));
    const raises = [...withAll].filter((id) => !withNone.has(id) && (alone.has(id) || !withoutIt.has(id)));
    return {
      name: medicationName(one),
      taken: typeof one === 'string' ? '' : [one.dose, one.howOften].filter(Boolean).join(', '),
      raises: raises.map((id) => ({ id, name: ruleName(id) })),
    };
  });
}
