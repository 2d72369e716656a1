import type { Rule } from './rule.ts';
import { brainAndEye } from './rules/brain-and-eye.ts';
import { breathing } from './rules/breathing.ts';
import { demographics } from './rules/demographics.ts';
import { heart } from './rules/heart.ts';
import { indication } from './rules/indication.ts';
import { logisticsAndScores } from './rules/logistics-and-scores.ts';
import { medicines } from './rules/medicines.ts';
import { organs } from './rules/organs.ts';
import { pregnancy } from './rules/pregnancy.ts';
import { psychiatric } from './rules/psychiatric.ts';
import { substances } from './rules/substances.ts';
import { suicideRisk } from './rules/suicide-risk.ts';

/**
 * The day these rules, their words, the medicine lists and the dose table last changed. A submission stores it with
 * the result of each rule.
 */
export const rulesVersion = '2026-11-28';

/** Every rule by domain, in the order of the protocol. */
export const domains = [
  { title: 'Demographics and who is answering', rules: demographics },
  { title: 'Safety (suicide risk)', rules: suicideRisk },
  { title: 'Psychiatric history', rules: psychiatric },
  { title: 'Indication and treatment resistance', rules: indication },
  { title: 'Heart, blood vessels, allergy', rules: heart },
  { title: 'Brain and eye', rules: brainAndEye },
  { title: 'Breathing', rules: breathing },
  { title: 'Liver, kidney, thyroid, bladder', rules: organs },
  { title: 'Pregnancy and breastfeeding', rules: pregnancy },
  { title: 'Alcohol and drugs', rules: substances },
  { title: 'Medicines', rules: medicines },
  { title: 'Logistics and scores', rules: logisticsAndScores },
] as const;

type AnyRule = (typeof domains)[number]['rules'][number];
export type RuleId = AnyRule['id'];

export const rules: readonly Rule<RuleId>[] = domains.flatMap(
  (domain): readonly Rule<RuleId>[] => domain.rules,
);

const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule behind a flag; `undefined` if these rules have none of that id (a flag of an older version). */
export const ruleOf = (id: string): Rule<RuleId> | undefined => byId.get(id);
