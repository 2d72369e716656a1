import type { Flag } from '../../screening/evaluation.ts';
import type { RuleId } from '../../screening/rules.ts';
import type { Frozen } from '../freeze.ts';
import { ruleName } from '../rule-names.ts';
import { clip, fitLine, LINE_LENGTH } from '../short-text.ts';
import type { LineText, SafetyLevel } from '../staff-wire.ts';

/** Line 6: what to do first. A suggestion from the flags, never a decision, and never shown to the patient. */
export function nextLine({ screening: { evaluation } }: Frozen, level: SafetyLevel): LineText {
  const { flags, rulesVersion } = evaluation;
  const version = ` (rules ${rulesVersion})`;
  const steps = [...contact(level), ...tasks(flags), 'clinician review'];
  const text = fitLine(steps, LINE_LENGTH - version.length - PREFIX.length);
  return {
    id: 'next',
    title: 'NEXT',
    text: `${PREFIX}${text.replaceAll(' · ', ' → ')}${version}`,
    tone: 'note',
  };
}

const PREFIX = 'suggested: ';

const contact = (level: SafetyLevel): readonly string[] => {
  switch (level) {
    case 'urgent':
      return ['clinician calls now'];
    case 'sameDay':
      return ['clinician calls today'];
    case 'none':
      return [];
  }
};

/** What one flag asks for before a clinician can judge, in the order it is done. */
const asks: readonly (readonly [task: string, rules: readonly RuleId[]])[] = [
  ['speak with the patient', ['DEM-PROXY']],
  ['BP recheck', ['CV-BP-SEVERE', 'CV-BP-ELEVATED']],
  ['measure BP', ['CV-BP-UNKNOWN']],
  ['pregnancy test', ['RP-PREGNANT', 'RP-PLANNING']],
  ['pharmacy list', ['RX-LIST-INCOMPLETE']],
  ['trial records', ['TRD-UNKNOWN', 'TRD-NOT-MET']],
  ['plan a ride', ['LG-RIDE']],
];

const tasks = (flags: readonly Flag[]): readonly string[] => {
  const ids = new Set<string>(flags.map(({ id }) => id));
  return [
    ...clarify('confirm', flags.filter(isContraindication('present'))),
    ...clarify('clarify', flags.filter(isContraindication('unknown'))),
    ...asks.filter(([, rules]) => rules.some((rule) => ids.has(rule))).map(([task]) => task),
  ];
};

const isContraindication =
  (status: Flag['status']) =>
  (flag: Flag): boolean =>
    flag.status === status &&
    (flag.spravato === 'contraindication' || flag.ivKetamine === 'contraindication');

const clarify = (verb: string, flags: readonly Flag[]): readonly string[] =>
  flags.length === 0 ? [] : [clip(`${verb} ${flags.map(({ id }) => ruleName(id)).join(', ')}`, 50)];
