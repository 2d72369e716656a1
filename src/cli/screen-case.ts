import { parseDate } from '../lib/dates.ts';
import type { Result } from '../lib/result.ts';
import type { Evaluation } from '../screening/evaluation.ts';
import { screen } from '../screening/screen.ts';
import type { Settings } from '../settings/settings.ts';
import { answersParser } from '../steps/parse-answers.ts';

/** What `screen` writes for a case that could be read. */
export interface Screened
  extends Pick<Evaluation, 'rulesVersion' | 'flags' | 'scores' | 'urgent' | 'disposition'> {
  readonly id: unknown;
}

/** What it writes for one that could not: why, and where. Never a value. */
export interface Refused {
  readonly id: unknown;
  readonly error: string;
  /** `asOf`, `answers.sbp`, `answers.trials[0].weeks`; empty where it is not a JSON object at all. */
  readonly path: string;
}

/** Makes the `screen` command's reading of one case, for the thresholds and locations of a clinic. */
export function caseScreener(settings: Pick<Settings, 'thresholds' | 'locations' | 'instrument'>) {
  const parse = answersParser(
    settings.locations.map(({ id }) => id),
    settings.instrument,
  );

  return (read: Result<unknown, 'notJson'>): Screened | Refused => {
    if (!read.ok) return { id: null, error: 'is not JSON', path: '' };
    if (!isObject(read.value)) return { id: null, error: 'is not a JSON object', path: '' };
    const { id = null, asOf, answers } = read.value;
    if (typeof asOf !== 'string' || !parseDate(asOf))
      return { id, error: 'is not a date (YYYY-MM-DD)', path: 'asOf' };
    if (!isObject(answers)) return { id, error: 'is not a JSON object', path: 'answers' };
    const checked = parse(answers, asOf);
    if (!checked.ok) return { id, error: checked.error.reason, path: `answers.${checked.error.path}` };
    const { rulesVersion, flags, scores, urgent, disposition } = screen(checked.value, { asOf, settings });
    return { id, rulesVersion, flags, scores, urgent, disposition };
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
