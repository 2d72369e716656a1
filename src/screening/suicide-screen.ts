import type { Instrument } from '../questions/instrument.ts';
import type { Answers, Key } from '../steps/catalog.ts';

/**
 * What the suicide rules need of a suicide screen. The ASQ is the one we ship; a clinic's own instrument (the
 * C-SSRS, under its own licence) is another object of this shape, handed in with the circumstances.
 */
export interface SuicideScreen {
  readonly reads: readonly Key[];
  /** Any answer but a clear no: yes, not sure, prefer not to say, and a blank. */
  readonly positive: (answers: Answers) => boolean;
  /** Somebody must be called now. */
  readonly acute: (answers: Answers) => boolean;
}

const wishesAndPast = ['asq1', 'asq2', 'asq3', 'asq4'] as const;

/**
 * The ASQ. Items 1–4 positive unless each is a clear no; acute unless item 5 is a clear no as well. Where items 1–4
 * are only no and blank, item 5 is not shown and counts as blank: a record without the screen is urgent.
 * Source: N-ASQ; "not sure" and blanks as refusals are ours (`docs/clinical-reference.md` 4.3).
 */
export const asq: SuicideScreen = {
  reads: [...wishesAndPast, 'asq5'],
  positive: (answers) => wishesAndPast.some((item) => answers[item] !== 'no'),
  acute: (answers) => wishesAndPast.some((item) => answers[item] !== 'no') && answers.asq5 !== 'no',
};

/** Of a clinic's own instrument, what the rules look at: no word of it. */
export interface InstrumentMarks extends Pick<Instrument, 'name' | 'version' | 'sha256'> {
  readonly items: readonly Key[];
  /** Those that mean, with any answer but a clear no, that somebody must be called now. */
  readonly acute: readonly Key[];
}

/** Of a clinic's own instrument what the rules look at: which items there are, and which are acute. */
export function marksOf({ name, version, sha256, items }: Instrument): InstrumentMarks {
  const keys = (of: Instrument['items']) => of.map(({ key }) => key as Key);
  return { name, version, sha256, items: keys(items), acute: keys(items.filter(({ acute }) => acute)) };
}

/**
 * A clinic's own instrument: every item that was shown counts unless it is a clear no, a blank and a refusal too.
 * Source: `docs/clinical-reference.md` 4.4.
 */
export function ownScreen(
  { items, acute }: Pick<InstrumentMarks, 'items' | 'acute'>,
  shown: ReadonlySet<Key>,
): SuicideScreen {
  const anyOf = (keys: readonly Key[]) => (answers: Answers) =>
    keys.some((key) => shown.has(key) && answers[key] !== 'no');
  return { reads: items, positive: anyOf(items), acute: anyOf(acute) };
}
