import * as z from 'zod/mini';
import { typedInputs } from '../../machines/parse-draft.ts';
import { type SchemaContext, schemaOf } from '../../questions/schema.ts';
import { formVersion } from '../../steps/form-version.ts';
import type { ReplyPage } from '../../submission/follow-up.ts';
import { dangers } from './danger.ts';

/** A reply that has not been sent, as it is sealed and kept. */
const keptReply = z.strictObject({
  format: z.literal(1),
  formVersion: z.string(),
  /** Stays the same, so that a reply which is sent again arrives once. */
  replyId: z.uuid(),
  /** The page that is open. */
  place: z.string(),
  given: z.record(z.string(), z.unknown()),
  /** What the support page has come up for. */
  supported: z.array(z.enum(dangers)),
  typed: z.optional(typedInputs),
});
export type KeptReply = z.infer<typeof keptReply>;

export const newReply = (replyId: string, place: string): KeptReply => ({
  format: 1,
  formVersion,
  replyId,
  place,
  given: {},
  supported: [],
});

/**
 * Reads a reply from wherever it was kept: nothing where it is not one. An answer that its question cannot take is left
 * out, and so are the inputs of another version of the form.
 */
export function parseReply(
  input: unknown,
  pages: readonly ReplyPage[],
  context: SchemaContext,
): KeptReply | undefined {
  const parsed = keptReply.safeParse(input);
  const first = pages[0];
  if (!parsed.success || first === undefined) return undefined;
  const { given, place, typed, ...rest } = parsed.data;
  const answers = pages.flatMap(({ questions }) =>
    questions.flatMap((question): readonly [string, unknown][] => {
      const answer = schemaOf(question, context).safeParse(given[question.key]);
      return answer.success && Object.hasOwn(given, question.key) ? [[question.key, answer.data]] : [];
    }),
  );
  const isAsSavedHere = rest.formVersion === formVersion;
  return {
    ...rest,
    formVersion,
    place: pages.some(({ id }) => id === place) ? place : first.id,
    given: Object.fromEntries(answers),
    ...(typed && isAsSavedHere && { typed }),
  };
}

/**
 * Two tabs or devices with the same link: what was changed here since the last save stands, all else is as it was saved
 * there.
 */
export function mergeReplies(saved: KeptReply | undefined, here: KeptReply, there: KeptReply): KeptReply {
  const isChanged = (key: string) => JSON.stringify(here.given[key]) !== JSON.stringify(saved?.given[key]);
  const mine = Object.entries(here.given).filter(([key]) => isChanged(key));
  return {
    ...here,
    given: { ...there.given, ...Object.fromEntries(mine) },
    supported: [...new Set([...here.supported, ...there.supported])],
  };
}
