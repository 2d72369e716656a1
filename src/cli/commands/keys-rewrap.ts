import * as z from 'zod';
import { withClinic } from '../clinic.ts';
import { command } from '../command.ts';
import { rotationOf } from './keys-options.ts';

export const keysRewrap = command({
  name: 'keys rewrap',
  what: 'Puts the newest root key into use and wraps the key of every record with it, beside a running server.',
  example: '',
  options: {},
  given: z.strictObject({}),
  run: (_, environment) =>
    withClinic(environment, async (clinic) => {
      const { current, moved, unreadable, left } = await rotationOf(clinic).rewrap();
      return {
        lines: [
          `${moved} record keys were wrapped anew; new records use ${current} too.`,
          ...(unreadable.length === 0
            ? []
            : [`${unreadable.length} do not open and stay as they are. \`keys verify\` names them.`]),
          ...(left === 0 ? [] : [`${left} came under an older key meanwhile. Run this again in a minute.`]),
        ],
        code: unreadable.length === 0 && left === 0 ? 0 : 1,
      };
    }),
});
