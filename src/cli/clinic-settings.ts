import { readFile } from 'node:fs/promises';
import { failed, ok, type Result } from '../lib/result.ts';
import { demoSettings } from '../settings/demo.ts';
import { parseSettings, type Settings } from '../settings/settings.ts';

/** The settings in the clinic's file; those of the demonstration where none is named. Fails with what is wrong. */
export async function clinicSettings(file: string | undefined): Promise<Result<Settings, string>> {
  if (!file) return ok(demoSettings);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return failed(`The clinic's settings cannot be read: ${file}`);
  const settings = parseSettings(jsonOf(text));
  if (settings.ok) return settings;
  const problems = settings.error.map(({ path, reason }) => `  ${path || '(the file)'}: ${reason}`);
  return failed([`The clinic's settings in ${file} are not right:`, ...problems].join('\n'));
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
