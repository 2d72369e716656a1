import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type * as z from 'zod';

/** What a command writes, and how it ends: 0 all is well, 1 something must be done, or was refused. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly code: 0 | 1;
}

export type Environment = Readonly<Record<string, string | undefined>>;

interface Option {
  readonly type: 'string' | 'boolean';
  /** For `--help`, in a few words. */
  readonly what: string;
}

interface Definition<Given> {
  /** As it is typed: `user add`. */
  readonly name: string;
  readonly what: string;
  /** The options of an example call. */
  readonly example: string;
  readonly options: Readonly<Record<string, Option>>;
  /** The option that may stand without its name, right behind the command: `erase KX7-4MZ`. */
  readonly plain?: string;
  readonly given: z.ZodType<Given>;
  run(given: Given, environment: Environment): Promise<Outcome>;
}

export interface Command extends Omit<Definition<never>, 'given' | 'run'> {
  call(args: readonly string[], environment: Environment): Promise<Outcome>;
}

/** It was called with something else than it takes. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** It cannot do what was asked. The message is for the operator. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export const done = (...lines: readonly string[]): Outcome => ({ lines, code: 0 });

/** Options are parsed before anything is opened. */
export const command = <Given>({ given, run, ...about }: Definition<Given>): Command => ({
  ...about,
  call: async (args, environment) => {
    const parsed = given.safeParse(optionsIn(args, about));
    if (parsed.success) return run(parsed.data, environment);
    throw new WrongUse(parsed.error.issues.map(wordsOf).join('\n'));
  },
});

const optionsIn = (
  args: readonly string[],
  { options, plain }: Pick<Definition<never>, 'options' | 'plain'>,
) => {
  const known: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(options).map(([name, { type }]) => [name, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: known,
      strict: true,
      allowPositionals: plain !== undefined,
    });
    const [first, ...more] = positionals;
    if (more.length > 0)
      throw new WrongUse(`This is one too many: ${more.length + 1} values without a name.`);
    return plain === undefined || first === undefined ? { ...values } : { ...values, [plain]: first };
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUse(error.message);
    throw error;
  }
};

const wordsOf = ({ path: [option], message }: z.core.$ZodIssue): string =>
  option === undefined ? message : `--${String(option)}: ${message}`;

export const helpOf = ({ name, what, example, options }: Command): string =>
  [
    what,
    '',
    `  npm run cli -- ${name} ${example}`.trimEnd(),
    ...(Object.keys(options).length === 0 ? [] : ['']),
    ...Object.entries(options).map(([option, { what: words }]) => `  --${option.padEnd(14)} ${words}`),
  ].join('\n');
