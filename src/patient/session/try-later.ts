import { Unheard } from '../../machines/unheard.ts';
import type { Heard } from '../api/client.ts';

/** Tried again by the machine, after as long as the server asked for. */
export const tryLater = (heard: Heard<unknown>): Unheard =>
  new Unheard(heard.kind === 'busy' ? heard.waitMs : undefined);
