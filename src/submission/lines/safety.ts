import type { Answers } from '../../steps/catalog.ts';
import { phq9Item9 } from '../../steps/phq9/score.ts';
import type { Frozen } from '../freeze.ts';
import { safetyLevelOf } from '../safety-level.ts';
import { fitLine } from '../short-text.ts';
import type { SummaryLine } from '../staff-wire.ts';

/** Line 1: is this person safe now? Danger, thoughts now, attempts, the suicide screen, item 9; each also when absent. */
export function safetyLine({ content: { answers, shown }, screening }: Frozen): SummaryLine {
  const { flags } = screening.evaluation;
  const level = safetyLevelOf(flags);
  const isUnclear = flags.some(({ id, status }) => id.startsWith('SU-') && status === 'unknown');
  const pieces = [
    `danger now: ${said(answers.emergencyNow)}`,
    ...(shown.includes('asq5') ? [`suicidal now: ${said(answers.asq5)}`] : []),
    ...attempt(answers),
    suicideScreen(answers),
    item9(answers) + (flags.some(({ id }) => id === 'SU-DISCORDANT') ? ', disagrees with ASQ' : ''),
  ];
  return {
    id: 'safety',
    title: 'SAFETY',
    text: fitLine(pieces),
    tone: level === 'urgent' ? 'safety' : level === 'sameDay' || isUnclear ? 'review' : 'clear',
  };
}

const words: Readonly<Record<string, string>> = { unsure: 'not sure' };
const said = (answer: string | undefined): string =>
  answer === undefined ? 'not answered' : (words[answer] ?? answer);

const when: Readonly<Record<NonNullable<Answers['asq4when']>, string>> = {
  past3m: 'past 3 months',
  '3to12m': '3–12 months ago',
  over1y: 'over a year ago',
  unsure: 'time not sure',
};

/** Where the screen itself says no, the screen's own piece says it. */
const attempt = ({ asq4, asq4when }: Answers): readonly string[] => {
  if (asq4 === 'no') return [];
  if (asq4 !== 'yes') return [`attempt: ${said(asq4)}`];
  return [`attempt: ${asq4when === undefined ? 'time not answered' : when[asq4when]}`];
};

const items = ['asq1', 'asq2', 'asq3', 'asq4'] as const;

/** `ASQ 1–4: no`, or each kind of answer that is not a no, with its items. */
const suicideScreen = (answers: Answers): string => {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const answer = said(answers[item]);
    if (answer !== 'no') groups.set(answer, [...(groups.get(answer) ?? []), index + 1]);
  }
  if (groups.size === 0) return 'ASQ 1–4: no';
  if ([...groups.values()].some((numbers) => numbers.length === items.length)) {
    return `ASQ 1–4: ${[...groups.keys()].join()}`;
  }
  return `ASQ ${[...groups].map(([answer, numbers]) => `${numbers.join('+')} ${answer}`).join(', ')}`;
};

const item9 = ({ phq9 }: Answers): string => {
  const value = phq9Item9(phq9);
  return value === undefined ? 'item 9 not answered' : `item 9 = ${value}`;
};
