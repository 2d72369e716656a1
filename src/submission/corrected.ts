import { pack } from '../screening/pack.ts';
import { releasedPack } from '../screening/released-packs.ts';
import type { Answers } from '../steps/catalog.ts';
import { contentOf, type Frozen } from './freeze.ts';
import { clinicOf } from './replay.ts';
import { inputsOf } from './screened.ts';

/**
 * The case with what a clinician corrected: the same person, day and rules, other answers. To be looked at, never
 * kept. A question that nobody answered stays unanswered: only a correction makes a no of it.
 */
export function corrected({ content, screening }: Frozen, corrections: Answers): Frozen {
  const { formVersion, language, startedAt, trail } = content;
  const sent = { formVersion, language, startedAt: startedAt ?? undefined, trail: [] };
  const other = {
    ...contentOf({ ...sent, answers: { ...content.answers, ...corrections } }, content),
    trail,
  };
  const { evaluate } = releasedPack(screening.evaluation.rulesVersion) ?? pack;
  return { content: other, screening: { ...screening, ...evaluate(inputsOf(other, clinicOf(screening))) } };
}
