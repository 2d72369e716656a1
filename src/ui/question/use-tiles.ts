import { useFormContext } from 'react-hook-form';
import type { Question } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import { type FormValues, idOf } from '../values/form-value.ts';
import { useControl, useProblem } from './bound.ts';
import { type Asks, useReads } from './words-of.tsx';

/** A question as a group of tiles: what every such group is told of it, its notes, and what stands in the form. */
export function useTiles(question: Question, heading: Asks['heading']) {
  const { locale } = useEntry();
  const { legend, hint, why, notes, fillIn } = useReads(question);
  const { getValues } = useFormContext<FormValues>();
  const control = useControl()(question.key);
  const error = useProblem()(question.key);
  const group = { id: idOf(question.key), locale, legend, heading, hint, why, error, control };
  return { group, notes, given: getValues(question.key), fillIn };
}
