/** Writes `docs/generated/rules.md` from the rules: what each finds, how much it weighs, and on what it rests. */

import { type Antidepressant, antidepressants } from '../src/screening/medicines/antidepressants.ts';
import { classLists, type MedicineClass, medicineClasses } from '../src/screening/medicines/classes.ts';
import type { Rule, Severity } from '../src/screening/rule.ts';
import { domains, rules, rulesVersion } from '../src/screening/rules.ts';
import { sources } from '../src/screening/sources.ts';
import { defaultThresholds } from '../src/settings/thresholds.ts';
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

const thresholdWords = {
  trialWeeks: 'weeks at an adequate dose for a trial to count: 4 [T-ATHF], 6 [T-SUP] or 8 [S-TRD]',
  severeSystolic: 'self-reported systolic pressure, mmHg, that is not dosed until evaluated (GK)',
  severeDiastolic: 'self-reported diastolic pressure, mmHg, that is not dosed until evaluated (GK)',
  auditcMen: 'AUDIT-C from which alcohol use screens positive in men [L-AUD]',
  auditcOthers: 'AUDIT-C from which alcohol use screens positive in anybody else [L-AUD]',
} as const;

const classWords: Readonly<Record<MedicineClass, string>> = {
  benzodiazepine: 'benzodiazepines',
  opioid: 'opioids',
  otherDepressant: 'other CNS depressants',
  stimulant: 'psychostimulants',
  maoi: 'MAO inhibitors',
  theophylline: 'theophylline',
  pressureRaising: 'others that may raise blood pressure',
  cypInhibitor: 'inhibitors of CYP2B6 or CYP3A4',
  cypInducer: 'inducers of CYP2B6 or CYP3A4',
  lamotrigine: 'lamotrigine',
  naltrexone: 'naltrexone',
  nasal: 'nasal steroids and decongestants',
};

const plain = (key: string): string => key.replaceAll('-', ' ');

const namesIn = (list: MedicineClass): string =>
  Object.entries(classLists[list])
    .map(([key, brands]) => (brands.length > 0 ? `${plain(key)} (${brands.join(', ')})` : plain(key)))
    .join(', ');

const minimumWords = (minimum: Antidepressant['minimum']): string => {
  if (typeof minimum === 'number') return String(minimum);
  return minimum === 'neverCounts' ? 'does not count at any dose' : 'not confirmed: cannot be told';
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
    '## Thresholds',
    '',
    'In force where a clinic sets none (`thresholds` of its settings).',
    '',
    '| Setting | Default | What it is |',
    '|---|---|---|',
    ...Object.entries(thresholdWords).map(
      ([name, words]) =>
        `| \`${name}\` | ${defaultThresholds[name as keyof typeof thresholdWords]} | ${words} |`,
    ),
    '',
    '## Medicines that rules look for',
    '',
    'Matched by generic name or brand, however it was typed (`docs/clinical-reference.md` 3.5). A name that stands neither',
    'here, nor among the antidepressants, nor among a few others that are known (lisinopril, lithium …) is unmatched, and',
    'RX-LIST-INCOMPLETE says so.',
    '',
    '| List | Medicines (brands) |',
    '|---|---|',
    ...medicineClasses.map((list) => `| ${classWords[list]} | ${namesIn(list)} |`),
    '',
    '## Antidepressants and their lowest adequate dose',
    '',
    'A trial counts where all five hold: at least this dose, at least `trialWeeks`, in this episode, taken most days, and it',
    'helped less than half. Two different drugs make treatment resistance (`docs/clinical-reference.md` 3.4).',
    '',
    '| Medicine | Brands | Lowest dose, mg a day | Note |',
    '|---|---|---|---|',
    ...Object.entries(antidepressants).map(
      ([key, { brands, minimum, note }]: [string, Antidepressant]) =>
        `| ${plain(key)} | ${brands.join(', ')} | ${minimumWords(minimum)} | ${note ?? ''} |`,
    ),
    '',
    '## What follows from the flags',
    '',
    'For each treatment alone, the first that holds. No patient sees it, and a clinician decides.',
    '',
    '1. Somebody must be called now: a present flag of severity `urgent`. It stands beside the rest.',
    '2. STOP-UNDER-18: DEM-UNDER18 is present. The only automatic stop.',
    '3. LABEL-CI: a present flag of severity `contraindication`. It is still submitted and still reviewed.',
    '4. REVIEW: a present `review` or `urgent`, or an unknown `contraindication`, `review` or `urgent`.',
    '5. ROUTINE: ordinary review by a clinician.',
    '',
    'A clinic may raise a rule for IV ketamine or add its own: `docs/rule-packs.md`.',
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
