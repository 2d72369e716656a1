import * as z from 'zod/mini';
import { failed, ok, type Result } from '../../lib/result.ts';

/** On any other device: the code and ciphertext, which end with the tab. */
const tabCopy = z.strictObject({
  secret: z.string(),
  /** Absent once the form is sent. */
  ciphertext: z.optional(z.string()),
  version: z.nullable(z.number()),
  /** After sending: the reference number, so that a reload still shows it. */
  receipt: z.optional(
    z.strictObject({ submissionId: z.string(), reference: z.string(), receivedAt: z.string() }),
  ),
});
export type TabCopy = z.infer<typeof tabCopy>;

const KEY = 'prelude';

export function readTabCopy(): TabCopy | undefined {
  try {
    const parsed = tabCopy.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeTabCopy(copy: TabCopy): Result<void, 'refused'> {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(copy));
    return ok(undefined);
  } catch {
    return failed('refused');
  }
}
