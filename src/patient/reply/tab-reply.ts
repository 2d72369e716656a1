/** What this tab keeps of a reply: ciphertext, which the link's secret opens and which ends with the tab. */
interface TabReply {
  readonly id: string;
  readonly ciphertext: string;
  /** Of the server's copy that it was written after. */
  readonly version: number | null;
}

const KEY = 'prelude-reply';

const isTabReply = (value: unknown): value is TabReply =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'ciphertext' in value &&
  typeof value.ciphertext === 'string' &&
  'version' in value &&
  (value.version === null || typeof value.version === 'number');

export function replyInTab(id: string): TabReply | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isTabReply(stored) && stored.id === id ? stored : undefined;
  } catch {
    // Refused, or not ours: then the server's copy is the only one.
    return undefined;
  }
}

export function writeReplyInTab(reply: TabReply): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(reply));
  } catch {
    // Refused, as above.
  }
}

export function forgetReplyInTab(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Refused: there is nothing to remove.
  }
}
