import type { SummaryFlag, SummaryLine } from '../../submission/staff-wire.ts';

/** The lines that open to findings; what is suggested next rests on all of them. */
export type FindingLine = Exclude<SummaryLine['id'], 'next'>;

/** Which of the six lines a family of rules stands behind; what is in none of these is about whether treatment is safe. */
const families: Readonly<Record<string, FindingLine>> = {
  SU: 'safety',
  SC: 'howIll',
  TRD: 'tried',
  IND: 'tried',
  RX: 'medicines',
};

/** An allergy to ketamine stands against treatment, and among the allergies. */
const alsoBehind: Readonly<Record<string, FindingLine>> = { 'AL-KETAMINE': 'medicines' };

/** @example linesOf('RX-BENZO') // ['medicines'] */
export function linesOf(ruleId: string): readonly FindingLine[] {
  const first = families[ruleId.split('-', 1)[0] ?? ''] ?? 'treatable';
  const second = alsoBehind[ruleId];
  return second === undefined ? [first] : [first, second];
}

/** The findings behind a line, in their order: the worst first. */
export const flagsBehind = (line: FindingLine, flags: readonly SummaryFlag[]): readonly SummaryFlag[] =>
  flags.filter(({ id }) => linesOf(id).includes(line));
