import type { TrialReading } from '../../screening/trials.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { Frozen } from '../freeze.ts';
import { clip, fitLine } from '../short-text.ts';
import type { LineText } from '../staff-wire.ts';

/** Line 4: what has been tried, and does it amount to treatment resistance by self-report? */
export function triedLine({ content: { answers }, screening }: Frozen): LineText {
  const { trials, evaluation } = screening;
  const verdict = evaluation.flags.find(({ id }) => id.startsWith('TRD-'));
  const pieces = [
    verdict ? resistance(trials.resistance, trials.adequate) : 'no depression goal',
    ...(trials.answered
      ? trials.readings.length === 0
        ? ['no antidepressant tried']
        : trials.readings.map(trialText)
      : ['antidepressants not answered']),
    ketamine(answers),
    procedures(answers),
  ];
  return {
    id: 'tried',
    title: 'TRIED',
    text: fitLine(pieces),
    tone: verdict === undefined ? 'note' : verdict.id === 'TRD-MET' ? 'clear' : 'review',
  };
}

const resistance = (found: 'met' | 'notMet' | 'unknown', adequate: number): string => {
  switch (found) {
    case 'met':
      return `TRD met by self-report (${adequate} failed)`;
    case 'notMet':
      return `TRD not shown (${adequate} failed)`;
    case 'unknown':
      return `TRD cannot be told (${adequate} failed)`;
  }
};

/** ✗ adequate and failed · ? may count · ○ does not count. */
const marks = { present: '✗', unknown: '?', absent: '○' } as const;

/** Doses stand in the list that the line opens to. */
const trialText = ({ name, trial: { weeks }, failed }: TrialReading): string =>
  `${clip(name, 24)}${weeks === undefined ? '' : ` ${weeks} wk`} ${marks[failed]}`;

const ketamine = ({ priorKetamine, priorKetReaction }: Answers): string => {
  if (priorKetamine === 'no') return 'no ketamine before';
  if (priorKetamine !== 'yes')
    return `ketamine before: ${priorKetamine === 'unsure' ? 'not sure' : 'not answered'}`;
  return priorKetReaction === 'bad' ? 'ketamine before: bad reaction' : 'ketamine before';
};

const kinds = { ect: 'ECT', tms: 'TMS', vns: 'VNS' } as const;
const kindKeys = ['ect', 'tms', 'vns'] as const;

const procedures = (answers: Answers): string => {
  const had = kindKeys.filter((key) => answers[key]?.had === 'yes');
  if (had.length > 0) return had.map((key) => kinds[key]).join(', ');
  return kindKeys.every((key) => answers[key]?.had === 'no')
    ? 'no ECT, TMS or VNS'
    : 'ECT, TMS, VNS not known';
};
