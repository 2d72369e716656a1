/**
 * When a question is shown, as data: the flow's guards, `relevant`, FHIR enableWhen and the index of
 * dependencies all read it. Only listed values show a question; `null` in a list stands for "left blank".
 */
export type Condition =
  | { readonly key: string; readonly is: readonly (string | number | null)[] }
  /** The number, or any number of the list, is greater. */
  | { readonly key: string; readonly above: number }
  /** At least so many are chosen. */
  | { readonly key: string; readonly count: number }
  | { readonly key: string; readonly given: true }
  /** The clinic's settings hold at least so many of these. */
  | { readonly setting: SettingList; readonly count: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export type SettingList = 'locations';

/** What a condition is held against. `shown` says which earlier questions the person could answer at all. */
export interface Given {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly shown: { has(key: string): boolean };
  readonly counts: Readonly<Record<SettingList, number>>;
}

const isBlank = (value: unknown) => value === undefined || value === null;

/**
 * Whether the condition holds. A condition on a question that is itself not shown never holds.
 *
 * @example holds({ key: 'mi', is: ['yes'] }, { answers: { mi: 'yes' }, shown: new Set(['mi']), counts }) // true
 */
export function holds(condition: Condition, given: Given): boolean {
  // By far the most are of this kind, and screening asks thousands of times a second.
  if ('is' in condition)
    return given.shown.has(condition.key) && isListed(given.answers[condition.key], condition.is);
  if ('all' in condition) return condition.all.every((part) => holds(part, given));
  if ('any' in condition) return condition.any.some((part) => holds(part, given));
  if ('setting' in condition) return given.counts[condition.setting] >= condition.count;
  if (!given.shown.has(condition.key)) return false;
  const value = given.answers[condition.key];
  if ('given' in condition) return !isBlank(value);
  if ('count' in condition) return Array.isArray(value) && value.length >= condition.count;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some((one) => typeof one === 'number' && one > condition.above);
}

const isListed = (value: unknown, listed: readonly unknown[]): boolean =>
  Array.isArray(value) ? value.some((one) => listed.includes(one ?? null)) : listed.includes(value ?? null);

/** The keys that a condition reads: the index of dependencies. */
export function keysIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(keysIn);
  if ('any' in condition) return condition.any.flatMap(keysIn);
  return 'key' in condition ? [condition.key] : [];
}
