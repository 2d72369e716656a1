import type { Condition } from '../questions/condition.ts';
import type { ClinicCondition, ClinicRules } from '../settings/clinic-rules.ts';
import { allQuestions, type CatalogQuestion, type Key } from '../steps/catalog.ts';
import type { ClinicPack, ClinicRule } from './clinic-pack.ts';
import { isDrugKey } from './medicines/names.ts';
import { severities } from './rule.ts';
import { ruleOf } from './rules.ts';

const questions: ReadonlyMap<string, CatalogQuestion> = new Map(
  allQuestions.map((question) => [question.key, question]),
);

const made = new WeakMap<ClinicRules, ClinicPack>();

/** The clinic's own rules, ready to be put to intakes. The settings have been checked when they were read. */
export function clinicPackOf(rules: ClinicRules | undefined): ClinicPack | null {
  if (!rules) return null;
  const before = made.get(rules);
  if (before) return before;
  const { version, approvedBy, approvedOn, raise, add } = rules;
  const pack = { version, approvedBy, approvedOn, raise, add: add.map(ready) };
  made.set(rules, pack);
  return pack;
}

const ready = (rule: ClinicRules['add'][number]): ClinicRule => ({
  ...rule,
  id: rule.id as ClinicRule['id'],
  when: withParents(rule.when),
  reads: [...new Set(keysOf(rule.when))].filter((key): key is Key => questions.has(key)),
});

/**
 * A question that its parent rules out is absent, one whose parent is unknown is unknown (`docs/clinical-reference.md`
 * 3.1): so each part also asks what its question was shown for.
 */
function withParents(condition: ClinicCondition): ClinicCondition {
  if ('all' in condition) return { all: condition.all.map(withParents) };
  if ('any' in condition) return { any: condition.any.map(withParents) };
  const parent = parentOf(condition.key);
  return parent ? { all: [parent, condition] } : condition;
}

const parentOf = (key: string): ClinicCondition | undefined => {
  const shown = questions.get(key)?.shown;
  const parent = shown && overAnswers(shown);
  return parent && withParents(parent);
};

/** A question's own condition, as far as it is about answers: how many locations there are is none. */
function overAnswers(condition: Condition): ClinicCondition | undefined {
  if ('setting' in condition) return undefined;
  if ('all' in condition) return { all: condition.all.flatMap((part) => overAnswers(part) ?? []) };
  if ('any' in condition) return { any: condition.any.flatMap((part) => overAnswers(part) ?? []) };
  return condition;
}

const keysOf = (condition: ClinicCondition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(keysOf);
  if ('any' in condition) return condition.any.flatMap(keysOf);
  return [condition.key];
};

interface Wrong {
  readonly path: string;
  readonly reason: string;
}

/** Everything in a clinic's own rules that does not fit our rules or our form: the start is refused with this list. */
export function wrongIn({ raise, add }: ClinicRules): readonly Wrong[] {
  const at = (list: string, index: number, part: string) => `clinicRules.${list}.${index}.${part}`;
  return [
    ...raise.flatMap(({ rule, to }, index) => {
      const known = ruleOf(rule);
      if (!known)
        return { path: at('raise', index, 'rule'), reason: 'is no rule of docs/generated/rules.md' };
      const now = known.severity.ivKetamine;
      const isHigher = now === null || severities.indexOf(to) < severities.indexOf(now);
      if (!isHigher)
        return { path: at('raise', index, 'to'), reason: `does not raise it: it is ${now} for IV ketamine` };
      return raise.findIndex((one) => one.rule === rule) < index
        ? { path: at('raise', index, 'rule'), reason: 'is raised twice' }
        : [];
    }),
    ...add.flatMap(({ id, when }, index) => [
      ...(add.findIndex((one) => one.id === id) < index
        ? [{ path: at('add', index, 'id'), reason: 'is there twice' }]
        : []),
      ...wrongInCondition(when, at('add', index, 'when')),
    ]),
  ];
}

function wrongInCondition(condition: ClinicCondition, path: string): readonly Wrong[] {
  if ('all' in condition)
    return condition.all.flatMap((part, index) => wrongInCondition(part, `${path}.all.${index}`));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => wrongInCondition(part, `${path}.any.${index}`));
  const question = questions.get(condition.key);
  if (!question) return [{ path: `${path}.key`, reason: 'is no key of docs/answers.md' }];
  if ('is' in condition) {
    const stray = condition.is.findIndex((value) => !takes(question, value));
    return stray < 0 ? [] : [{ path: `${path}.is.${stray}`, reason: `is no answer to ${question.key}` }];
  }
  if ('above' in condition && !isNumeric(question))
    return [{ path: `${path}.above`, reason: `${question.key} is no number` }];
  if ('count' in condition && !isList(question))
    return [{ path: `${path}.count`, reason: `${question.key} is no list` }];
  return [];
}

/** Whether a question can have this answer; `null` stands for a blank. */
function takes(question: CatalogQuestion, value: string | number | null): boolean {
  if (value === null) return true;
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
    case 'choices':
      return question.options.some((option) => option === value);
    case 'rating':
    case 'items':
      return question.values.some((one) => one === value);
    case 'number':
      return typeof value === 'number' && value >= question.min && value <= question.max;
    case 'medications':
      return typeof value === 'string' && isDrugKey(value);
    default:
      return false;
  }
}

const isNumeric = ({ kind }: CatalogQuestion): boolean =>
  kind === 'number' || kind === 'rating' || kind === 'items';
const isList = ({ kind }: CatalogQuestion): boolean =>
  kind === 'choices' || kind === 'medications' || kind === 'trials' || kind === 'augmentations';
