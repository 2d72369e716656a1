import type { Answers } from '../steps/catalog.ts';
import { type Frozen, freeze, type Receiving } from './freeze.ts';

/**
 * The case with what was answered anew: walked and screened again by today's rules and the clinic's day. A question
 * that was left blank keeps its earlier answer; what falls off the path counts no more. What was sent first stays.
 */
export function answeredAnew(
  { content }: Frozen,
  answers: Answers,
  today: Pick<Receiving, 'asOf' | 'settings' | 'sha256'>,
): Frozen {
  const { instrument: _, ...settings } = today.settings;
  const { instrument } = content.settings;
  const { submissionId, reference, receivedAt, formVersion, language, startedAt, trail } = content;
  const frozen = freeze(
    {
      formVersion,
      language,
      startedAt: startedAt ?? undefined,
      answers: { ...content.answers, ...answers },
      trail: [],
    },
    // What was asked then stays what is looked at now, whatever instrument the clinic has today.
    {
      submissionId,
      reference,
      receivedAt,
      ...today,
      settings: { ...settings, ...(instrument && { instrument }) },
    },
  );
  return { ...frozen, content: { ...frozen.content, trail } };
}
