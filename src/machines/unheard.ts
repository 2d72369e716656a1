/** Nobody of ours took what was sent, so it is tried again: after `waitMs` at the least, where the server said so. */
export class Unheard extends Error {
  override readonly name = 'Unheard';
  readonly waitMs: number | undefined;

  constructor(waitMs?: number) {
    super('Nobody of ours took it');
    this.waitMs = waitMs;
  }
}

/** How long the server asked to wait before the next try. */
export const askedToWait = (error: unknown): number | undefined =>
  error instanceof Unheard ? error.waitMs : undefined;
