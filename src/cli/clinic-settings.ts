import { failed, ok, type Result } from '../lib/result.ts';
import { readSettingsFile } from '../server/settings-file.ts';
import type { Settings } from '../settings/settings.ts';

/** The settings in the clinic's file; those of the demonstration where none is named. Fails with what is wrong. */
export function clinicSettings(file: string | undefined): Result<Settings, string> {
  const read = readSettingsFile(file || undefined);
  if (read.ok) return ok(read.value.settings);
  return failed(
    ['The clinic’s settings are not right:', ...read.error.map((problem) => `  ${problem}`)].join('\n'),
  );
}
