import type { ClinicCondition } from '../settings/clinic-rules.ts';
import type { Intake } from './intake.ts';
import { and, or, presentIf, type Tri } from './tri.ts';

type On<Part extends string> = Extract<ClinicCondition, { readonly [P in Part]: unknown }>;

/**
 * A condition over answers, three-valued: what was left blank, or answered with "not sure" or "prefer not to say", is
 * unknown unless the condition lists it. Source: `docs/clinical-reference.md` 3.1.
 *
 * @example triOf({ key: 'seizure', is: ['yes'] }, intake) // 'unknown' where seizure is 'unsure'
 */
export function triOf(condition: ClinicCondition, intake: Intake): Tri {
  if ('all' in condition) return and(...condition.all.map((part) => triOf(part, intake)));
  if ('any' in condition) return or(...condition.any.map((part) => triOf(part, intake)));
  const value = answerTo(condition.key, intake);
  if ('is' in condition) return listed(value, condition);
  if ('given' in condition) return presentIf(value !== undefined);
  if ('count' in condition)
    return Array.isArray(value) ? presentIf(value.length >= condition.count) : 'unknown';
  return above(value, condition);
}

/** A blank list of goals is none chosen, a blank list of medicines an empty one; any other blank is unknown. */
const blankIsEmpty = ['conditions', 'medications'];

function answerTo(key: string, intake: Intake): unknown {
  // Medicines are compared by the drug, whatever brand was typed.
  if (key === 'medications') return intake.medicines().drugs;
  const answers: Readonly<Record<string, unknown>> = intake.answers;
  return answers[key] ?? (blankIsEmpty.includes(key) ? [] : undefined);
}

const notTold: readonly unknown[] = ['unsure', 'declined', undefined, null];

function listed(value: unknown, { is }: On<'is'>): Tri {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.some((one) => is.some((wanted) => wanted === (one ?? null)))) return 'present';
  return values.some((one) => notTold.includes(one)) ? 'unknown' : 'absent';
}

function above(value: unknown, { above: cut }: On<'above'>): Tri {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.some((one) => typeof one === 'number' && one > cut)) return 'present';
  return values.every((one) => typeof one === 'number') ? 'absent' : 'unknown';
}
