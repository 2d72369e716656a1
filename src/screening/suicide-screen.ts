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
