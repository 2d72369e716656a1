/** Writes `docs/generated/rules.md` from the rules: what each finds, how much it weighs, and on what it rests. */

import type { Rule, Severity } from '../src/screening/rule.ts';
import { domains, rules, rulesVersion } from '../src/screening/rules.ts';
import { sources } from '../src/screening/sources.ts';
import { isDirectRun, writeGenerated } from './generated.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const severity = (one: Severity | null) => one ?? '–';

const tagWords = { inferred: 'inferred', consensusContraindication: 'consensus contraindication' } as const;

const row = (rule: Rule): string => {
  const cells = [
    `\`${rule.id}\``,
    rule.tier,
    rule.finds,
    severity(rule.severity.spravato),
    severity(rule.severity.ivKetamine),
    rule.unknown,
    [rule.clinician, ...(rule.tags ?? []).map((tag) => `_IVK: ${tagWords[tag]}_`)].join(' '),
    rule.reads.map((key) => `\`${key}\``).join(' '),
    rule.sources.join(', '),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
};

export function ruleTable(): string {
  const core = rules.filter(({ tier }) => tier === 'core').length;
  return [
    '# The rules of screening',
    '',
    'Made from `src/screening/rules` by `npm run docs`; do not edit. For clinicians: no patient sees a rule, its words',
    'or its weight.',
    '',
    `Version ${rulesVersion}: ${rules.length} rules, ${core} core and ${rules.length - core} extended. Each finds something present, absent, or unknown:`,
    '"Not sure", "Prefer not to say" and a blank are never a no. "Unknown" says whether that is a flag of its own.',
    'SPR is SPRAVATO, IVK is IV ketamine; – means the rule is not shown for that treatment. Text in `{braces}` is filled in.',
    ...domains.flatMap(({ title, rules: ofDomain }) => [
      '',
      `## ${title}`,
      '',
      '| Rule | Tier | Finds | SPR | IVK | Unknown | Tells the clinician | Reads | Sources |',
      '|---|---|---|---|---|---|---|---|---|',
      ...ofDomain.map(row),
    ]),
    '',
    '## Sources',
    '',
    'Where each was read, and what was read in a copy only, stands in `docs/clinical-reference.md`, section 9.',
    '',
    ...Object.entries(sources).map(([code, name]) => `- ${code}: ${name}`),
    '',
  ].join('\n');
}

if (isDirectRun(import.meta.url)) writeGenerated('rules.md', ruleTable());
