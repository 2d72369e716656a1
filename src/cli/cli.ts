/** `npm run cli -- <command>`: see `docs/commands.md`. */
import { argv, env } from 'node:process';
import { BackupProblem } from '../server/backups/backup-problem.ts';
import { FolderTaken } from '../server/db/lock.ts';
import { StoreNotReady } from '../server/db/migrate.ts';
import { isStoreFailure } from '../server/db/store-failure.ts';
import { KeyProblem } from '../server/keys/key-files.ts';
import { type Command, helpOf, Refused, WrongUse } from './command.ts';
import { commands } from './commands.ts';

const WRONG_USE = 2;

process.exitCode = await main(argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const found = commandIn(args);
  if (found === undefined) {
    const isAsked = args.length === 0 || asksForHelp(args);
    console[isAsked ? 'log' : 'error'](overview());
    return isAsked ? 0 : WRONG_USE;
  }
  const { command, rest } = found;
  if (asksForHelp(rest)) {
    console.log(helpOf(command));
    return 0;
  }
  try {
    const { lines, code } = await command.call(rest, env);
    console.log(lines.join('\n'));
    return code;
  } catch (error) {
    console.error(explained(error, command));
    return error instanceof WrongUse ? WRONG_USE : 1;
  }
}

function commandIn(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, index) => args[index] === word))
      return { command, rest: args.slice(words.length) };
  }
  return undefined;
}

function asksForHelp(args: readonly string[]) {
  return args.includes('--help') || args.includes('-h');
}

function overview() {
  const lines = commands.map(({ name, what }) => `  ${name.padEnd(14)} ${what}`);
  return ['npm run cli -- <command>', '', ...lines, '', 'Add --help to a command for its options.'].join(
    '\n',
  );
}

/** What a person can act on as its sentence; anything else with where it happened. */
function explained(error: unknown, command: Command): string {
  if (error instanceof WrongUse) return `${error.message}\n\n${helpOf(command)}`;
  const isForOperator = [Refused, StoreNotReady, KeyProblem, FolderTaken, BackupProblem].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error && isForOperator) {
    return error.message;
  }
  if (isStoreFailure(error)) {
    return 'The data cannot be read or written now: the disk is full or failing, the database is damaged or cannot be reached, or another program has held it for over five seconds. Nothing was changed. Try again.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
