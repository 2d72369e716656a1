/** Writes `docs/generated/questions.md` from the catalog: every key, its values, when it is shown, and its words. */

import type { Condition } from '../src/questions/condition.ts';
import type { Question } from '../src/questions/question.ts';
import { steps } from '../src/steps/catalog.ts';
import { sectionNames } from '../src/steps/step.ts';
import { isDirectRun, writeGenerated } from './generated.ts';

const one = (value: string | number | null) => (value === null ? 'left blank' : String(value));

const conditionText = (condition: Condition): string => {
  if ('all' in condition) return condition.all.map(conditionText).join(' and ');
  if ('any' in condition) return condition.any.map(conditionText).join(' or ');
  if ('setting' in condition) return `the clinic has ${condition.count} or more ${condition.setting}`;
  if ('is' in condition) return `\`${condition.key}\` is ${condition.is.map(one).join(', ')}`;
  if ('above' in condition) return `any \`${condition.key}\` above ${condition.above}`;
  if ('count' in condition) return `${condition.count} or more \`${condition.key}\``;
  return `\`${condition.key}\` is given`;
};

const valueText = (question: Question): string => {
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
      return question.options.join(' · ');
    case 'choices':
      return `list of ${question.options.join(' · ')}`;
    case 'items':
      return `list of ${question.count}: ${question.values.join(' ')} or null`;
    case 'rating':
      return question.values.join(' ');
    case 'number':
      return `${question.min} to ${question.max}${question.whole ? ', whole' : ''}`;
    case 'text':
      return `text up to ${question.max}`;
    default:
      return question.kind;
  }
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function questionList(): string {
  const seen = new Set<string>();
  const rows = steps.flatMap((step) =>
    step.pages.flatMap((page) =>
      page.questions.flatMap((question: Question) => {
        if (seen.has(question.key)) return [];
        seen.add(question.key);
        return `| \`${question.key}\` | ${page.id} | ${cell(valueText(question))} | ${
          question.shown ? cell(conditionText(question.shown)) : 'always'
        } | ${cell(question.words.en.label)} | ${cell(question.words.es.label)} |`;
      }),
    ),
  );
  const names = Object.values(sectionNames.en).map((name, index) => `${index + 1} ${name}`);
  return [
    '# The questions',
    '',
    'Made from the catalog by `npm run docs`; do not edit. "Always" means: shown to every adult.',
    '',
    `Sections: ${names.join(' · ')}. ${seen.size} keys.`,
    '',
    '| Key | Page | Values | Shown if | English | Español |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

if (isDirectRun(import.meta.url)) writeGenerated('questions.md', questionList());
