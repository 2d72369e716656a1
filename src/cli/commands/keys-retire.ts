import * as z from 'zod';
import { ROOT_KEY_NAME } from '../../server/keys/key-ring.ts';
import { withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { orRefuse, rotationOf } from './keys-options.ts';

const needed = 'the root key that is to end: k1';

export const keysRetire = command({
  name: 'keys retire',
  what: 'Ends a root key that no record needs any more; refuses while one does.',
  example: '--key k1',
  options: { key: { type: 'string', what: 'k1, k2, …' } },
  given: z.strictObject({ key: z.string(needed).regex(ROOT_KEY_NAME, needed) }),
  run: ({ key }, environment) =>
    withClinic(environment, async (clinic) => {
      const file = orRefuse(await rotationOf(clinic).retire(key));
      return done(
        `${key} has ended. Its file is now ${file}.`,
        'Backups of the last seven days may need it: destroy it, and its escrowed copies, after that.',
      );
    }),
});
