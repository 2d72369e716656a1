import { readOwnCopy } from './own-copy.ts';
import { readTabCopy } from './tab-copy.ts';

/** Whether somebody's answers wait here to be gone on with. */
export const hasCopy = async (now: Date): Promise<boolean> =>
  readTabCopy()?.ciphertext !== undefined || (await readOwnCopy(now)) !== undefined;
