import type { Flag } from '../../screening/evaluation.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { Frozen } from '../freeze.ts';
import { ruleName } from '../rule-names.ts';
import { fitLine } from '../short-text.ts';
import type { LineText } from '../staff-wire.ts';

/** Line 2: what stands against treatment? Label contraindications, blood pressure, what else needs review. */
export function treatableLine({ content: { answers }, screening }: Frozen): LineText {
  const flags = screening.evaluation.flags.filter(isMedical);
  const contraindications = flags.filter((flag) => weighs(flag, 'contraindication'));
  const reviews = flags.filter((flag) => weighs(flag, 'review') && !contraindications.includes(flag));
  const cautions = flags.filter((flag) => weighs(flag, 'caution') && !reviews.includes(flag));
  const pieces = [
    contraindicated(contraindications.filter(isPresent)),
    ...notKnown('CI not known', contraindications),
    pressure(answers, flags),
    ...list('review', reviews.filter(isPresent)),
    ...notKnown('not known', reviews),
    ...list('caution', cautions.filter(isPresent)),
    ...(reviews.length + cautions.length === 0 ? ['nothing else to review'] : []),
  ];
  return {
    id: 'treatable',
    title: 'TREATABLE?',
    text: fitLine(pieces),
    tone: tone(contraindications, reviews, cautions),
  };
}

const isPresent = ({ status }: Flag): boolean => status === 'present';

/** Safety, indication, medicines and scores have lines of their own. */
const elsewhere = /^(SU|TRD|IND|RX|SC)-/;
/** Blood pressure has a piece of its own. */
const isPressure = ({ id }: Flag): boolean => id.startsWith('CV-BP-');
const isMedical = ({ id }: Flag): boolean => !elsewhere.test(id);

const weighs = ({ spravato, ivKetamine }: Flag, severity: Flag['spravato']): boolean =>
  spravato === severity || ivKetamine === severity;

const contraindicated = (present: readonly Flag[]): string => {
  if (present.length === 0) return 'label CI: none reported';
  return `label CI: ${present.map(nameWithTreatment).join(', ')}`;
};

/** A contraindication of one label alone says which. */
const nameWithTreatment = ({ id, spravato, ivKetamine }: Flag): string => {
  if (spravato === ivKetamine) return ruleName(id);
  return `${ruleName(id)} (${spravato === 'contraindication' ? 'SPRAVATO' : 'IV ketamine'})`;
};

const names = (flags: readonly Flag[]): string => flags.map(({ id }) => ruleName(id)).join(', ');

const list = (title: string, flags: readonly Flag[]): readonly string[] => {
  const named = flags.filter((flag) => !isPressure(flag));
  return named.length === 0 ? [] : [`${title}: ${names(named)}`];
};

const notKnown = (title: string, flags: readonly Flag[]): readonly string[] =>
  list(
    title,
    flags.filter((flag) => !isPresent(flag)),
  );

const pressure = ({ sbp, dbp, bpAge }: Answers, flags: readonly Flag[]): string => {
  if (sbp === undefined && dbp === undefined) return 'BP not known';
  const has = (id: Flag['id']) => flags.some((flag) => flag.id === id);
  const range = has('CV-BP-SEVERE') ? ' severe' : has('CV-BP-ELEVATED') ? ' elevated' : '';
  const age = bpAge === 'within6m' ? '' : bpAge === 'over6m' ? ' (over 6 months old)' : ' (age not known)';
  return `BP ${sbp ?? '?'}/${dbp ?? '?'}${range}${age}`;
};

const tone = (
  contraindications: readonly Flag[],
  reviews: readonly Flag[],
  cautions: readonly Flag[],
): LineText['tone'] => {
  if (contraindications.length + reviews.length > 0) return 'review';
  return cautions.length > 0 ? 'note' : 'clear';
};
