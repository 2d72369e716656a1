import type { Instrument } from '../../questions/instrument.ts';
import type { Answers } from '../../steps/catalog.ts';
import { ownAnswers } from '../../steps/own-instrument.ts';
import { phq9Item9 } from '../../steps/phq9/score.ts';
import type { Frozen } from '../freeze.ts';
import { safetyLevelOf } from '../safety-level.ts';
import { fitLine } from '../short-text.ts';
import type { LineText } from '../staff-wire.ts';

/** Line 1: is this person safe now? Danger, thoughts now, attempts, the suicide screen, item 9; each also when absent. */
export function safetyLine({ content: { answers, shown, settings }, screening }: Frozen): LineText {
  const { flags } = screening.evaluation;
  const level = safetyLevelOf(flags);
  const isUnclear = flags.some(({ id, status }) => id.startsWith('SU-') && status === 'unknown');
  const { instrument } = settings;
  const pieces = [
    `danger now: ${said(answers.emergencyNow)}`,
    ...(shown.includes('asq5') ? [`suicidal now: ${said(answers.asq5)}`] : []),
    ...(instrument ? [ownScreen(instrument, answers, shown)] : [...attempt(answers), suicideScreen(answers)]),
    item9(answers) +
      (flags.some(({ id }) => id === 'SU-DISCORDANT') ? `, disagrees with ${instrument?.name ?? 'ASQ'}` : ''),
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

/** `1+3 yes, 2 declined`: each kind of answer that is not a no, with the numbers of its items. */
const notNo = (given: readonly (string | undefined)[], counted: (index: number) => boolean = () => true) => {
  const groups = new Map<string, number[]>();
  for (const [index, one] of given.entries()) {
    const answer = said(one);
    if (counted(index) && answer !== 'no') groups.set(answer, [...(groups.get(answer) ?? []), index + 1]);
  }
  return groups;
};

const inNumbers = (groups: ReadonlyMap<string, readonly number[]>): string =>
  [...groups].map(([answer, numbers]) => `${numbers.join('+')} ${answer}`).join(', ');

/** `Name 2+3 yes`, counted as in the clinic's file; an item that was not shown says nothing. */
const ownScreen = ({ name, items: own }: Instrument, answers: Answers, shown: readonly string[]): string => {
  const given: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    Object.entries(ownAnswers(answers)).map(([key, answer]) => [key, String(answer)]),
  );
  const isShown = (index: number) => shown.includes(own[index]?.key ?? '');
  const groups = notNo(
    own.map(({ key }) => given[key]),
    isShown,
  );
  return groups.size === 0 ? `${name}: no` : `${name} ${inNumbers(groups)}`;
};

/** `ASQ 1–4: no`, or each kind of answer that is not a no, with its items. */
const suicideScreen = (answers: Answers): string => {
  const groups = notNo(items.map((item) => answers[item]));
  if (groups.size === 0) return 'ASQ 1–4: no';
  if ([...groups.values()].some((numbers) => numbers.length === items.length)) {
    return `ASQ 1–4: ${[...groups.keys()].join()}`;
  }
  return `ASQ ${inNumbers(groups)}`;
};

const item9 = ({ phq9 }: Answers): string => {
  const value = phq9Item9(phq9);
  return value === undefined ? 'item 9 not answered' : `item 9 = ${value}`;
};
