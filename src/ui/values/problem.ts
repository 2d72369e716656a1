import { fill, type Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';

/** What is to be mended: a code with its words in `ui/words`, and the part of the control it belongs to. */
export interface Problem {
  readonly code: ProblemCode;
  /** The part of the question's value, as `month` or `rows.0.drug`; absent: the question itself. */
  readonly at?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  | 'answer'
  | 'write'
  | 'choose'
  | 'number'
  | 'whole'
  | 'range'
  | 'tooLong'
  | 'letters'
  | 'inches'
  | 'dateBlank'
  | 'dateMonth'
  | 'dateDay'
  | 'dateYear'
  | 'dateExists'
  | 'dateFuture'
  | 'datePast'
  | 'partialDate'
  | 'drug'
  | 'rows'
  | 'sign';

/** One sentence that says what to do. */
export const problemText = (problem: Problem, locale: Locale): string =>
  fill(uiWords[locale].problems[problem.code], problem.values ?? {});
