import * as z from 'zod/mini';

/**
 * A clinic's own rules for IV ketamine, which is off-label: lists differ by clinic. They can raise how much one of
 * our rules weighs, or add a rule. Nothing in them lowers or removes anything, and none speaks for a label. See
 * `docs/rule-packs.md`.
 */
const sentence = z.string().check(z.minLength(1), z.maxLength(400));
const name = z.string().check(z.minLength(1), z.maxLength(100));
const key = z.string().check(z.minLength(1), z.maxLength(40));

/** When a rule finds something: the same conditions over answers by which the form shows its questions. */
export type ClinicCondition =
  | { readonly key: string; readonly is: readonly (string | number | null)[] }
  | { readonly key: string; readonly above: number }
  | { readonly key: string; readonly count: number }
  | { readonly key: string; readonly given: true }
  | { readonly all: readonly ClinicCondition[] }
  | { readonly any: readonly ClinicCondition[] };

const parts = (): z.ZodMiniType<readonly ClinicCondition[]> =>
  z.array(z.lazy(() => condition)).check(z.minLength(1), z.maxLength(40));

const condition: z.ZodMiniType<ClinicCondition> = z.union([
  z.strictObject({
    key,
    is: z.array(z.union([z.string(), z.number(), z.null()])).check(z.minLength(1), z.maxLength(60)),
  }),
  z.strictObject({ key, above: z.number() }),
  z.strictObject({ key, count: z.number().check(z.gte(1)) }),
  z.strictObject({ key, given: z.literal(true) }),
  z.strictObject({ all: z.lazy(parts) }),
  z.strictObject({ any: z.lazy(parts) }),
]);

/** The most that a clinic's own rule can weigh: `contraindication` is a label's word, `urgent` the safety rules'. */
const severity = z.enum(['review', 'caution', 'info']);

const raised = z.strictObject({
  rule: z.string().check(z.describe('The id of the rule, as `docs/generated/rules.md` lists it.')),
  to: severity.check(z.describe('How much it weighs here; never less than by itself.')),
  why: sentence.check(z.describe('Shown with the flag.')),
});

const added = z.strictObject({
  id: z
    .string()
    .check(
      z.regex(/^CLINIC-[A-Z0-9]+(-[A-Z0-9]+)*$/),
      z.maxLength(40),
      z.describe('`CLINIC-` and a name of the clinic’s own, in capitals.'),
    ),
  severity: severity.check(z.describe('How much it weighs.')),
  finds: sentence.check(z.describe('What it looks for, in words.')),
  clinician: sentence.check(z.describe('What it tells the clinician.')),
  source: sentence.check(z.describe('On what it rests.')),
  unknown: z.enum(['flag', 'omit']).check(z.describe('Whether "cannot tell" is a flag of its own.')),
  when: condition.check(z.describe('The condition over the answers: `docs/rule-packs.md`.')),
});

export const clinicRulesSchema = z.strictObject({
  version: name.check(z.describe('The clinic’s own name for this state of its rules.')),
  approvedBy: name.check(z.describe('Who approved them.')),
  approvedOn: z.iso.date().check(z.describe('When.')),
  raise: z
    ._default(z.array(raised).check(z.maxLength(100)), [])
    .check(z.describe('Our rules that weigh more in this clinic.')),
  add: z._default(z.array(added).check(z.maxLength(100)), []).check(z.describe('Rules of the clinic’s own.')),
});

export type ClinicRules = z.infer<typeof clinicRulesSchema>;
