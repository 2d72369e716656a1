/**
 * `npm run --silent screen [-- file]`: screens cases, one JSON object a line or one JSON list, from the file or from
 * standard input, and writes one line for each. See "The `screen` command" in `docs/answers.md`.
 */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { clinicSettings } from './clinic-settings.ts';
import { jsonCases } from './json-cases.ts';
import { caseScreener, type Refused, type Screened } from './screen-case.ts';

const [file, ...more] = process.argv.slice(2);

if (more.length > 0 || file?.startsWith('-') || (file === undefined && process.stdin.isTTY))
  give('Use: npm run --silent screen -- file   (or cases on standard input)');
else await main();

async function main() {
  const settings = clinicSettings(process.env.CLINIC_FILE);
  if (!settings.ok) return give(settings.error);
  const screenCase = caseScreener(settings.value);
  const input = file === undefined ? process.stdin : createReadStream(asNamed(file));

  async function* lines() {
    for await (const one of jsonCases(input)) {
      const result = screenCase(one);
      if ('error' in result) process.exitCode = 1;
      yield lineOf(result);
    }
  }

  try {
    await pipeline(Readable.from(lines()), process.stdout, { end: false });
  } catch (error) {
    // The reader has seen enough (`| head`): nothing is wrong with the cases.
    if (codeOf(error) === 'EPIPE') return;
    give(`The cases cannot be read (${codeOf(error) ?? String(error)}): ${file ?? 'standard input'}`);
  }
}

/** npm starts scripts in the project's folder; a file is named from where the person stands. */
function asNamed(path: string) {
  const stands = process.env.npm_lifecycle_event === 'screen' ? process.env.INIT_CWD : undefined;
  return resolve(stands ?? '.', path);
}

function lineOf(result: Screened | Refused) {
  try {
    return `${JSON.stringify(result)}\n`;
  } catch {
    // Only an id can be nested so deeply that it cannot be written: all else is ours.
    process.exitCode = 1;
    return `${JSON.stringify({ id: null, error: 'is nested too deeply', path: 'id' })}\n`;
  }
}

function codeOf(error: unknown) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function give(message: string) {
  console.error(message);
  process.exitCode = 2;
}
