import * as z from 'zod';
import { systemClock } from '../../lib/clock.ts';
import { command } from '../command.ts';
import { examine, type Finding } from '../doctor/examine.ts';

export const doctor = command({
  name: 'doctor',
  what: 'Looks at settings, keys, disk, clock, database and notices; ends with 1 when something must be done.',
  example: '',
  options: {},
  given: z.strictObject({}),
  run: async (_, environment) => {
    const findings = await examine(environment, systemClock);
    const toDo = findings.filter(({ isWell }) => !isWell).length;
    return {
      lines: [
        ...findings.map(lineOf),
        '',
        toDo === 0 ? 'Nothing must be done.' : `To do: ${toDo}. The lines above say what.`,
      ],
      code: toDo === 0 ? 0 : 1,
    };
  },
});

const lineOf = ({ isWell, about, words }: Finding): string =>
  `${isWell ? 'ok   ' : 'TO DO'}  ${about.padEnd(14)} ${words}`;
