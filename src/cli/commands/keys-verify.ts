import * as z from 'zod';
import { withClinic } from '../clinic.ts';
import { command } from '../command.ts';
import { rotationOf } from './keys-options.ts';

const NAMED = 20;

export const keysVerify = command({
  name: 'keys verify',
  what: 'Opens every record there is with its key; ends with 1 if one does not open.',
  example: '',
  options: {},
  given: z.strictObject({}),
  run: (_, environment) =>
    withClinic(environment, async (clinic) => {
      const { opened, unreadable } = await rotationOf(clinic).verify();
      return {
        lines: [
          `${opened} rows open, ${unreadable.length} do not.`,
          ...unreadable.slice(0, NAMED).map(({ table, id, why }) => `  ${table} ${id}: ${why}`),
          ...(unreadable.length > NAMED ? [`  and ${unreadable.length - NAMED} more`] : []),
        ],
        code: unreadable.length === 0 ? 0 : 1,
      };
    }),
});
