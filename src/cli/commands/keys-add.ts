import * as z from 'zod';
import { withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { orRefuse, rotationOf } from './keys-options.ts';

export const keysAdd = command({
  name: 'keys add',
  what: 'Makes the next root key. It waits in KEYS_DIR until `keys rewrap` puts it into use.',
  example: '',
  options: {},
  given: z.strictObject({}),
  run: (_, environment) =>
    withClinic(environment, async (clinic) => {
      const id = orRefuse(await rotationOf(clinic).add());
      return done(
        `${id}.key lies in ${clinic.config.keysDir} and waits.`,
        'Put a copy of it with the escrowed keys, and into KEYS_DIR of every other machine that serves this clinic.',
        'Then put it into use: npm run cli -- keys rewrap',
      );
    }),
});
