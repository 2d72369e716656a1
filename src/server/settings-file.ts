import { readFileSync } from 'node:fs';
import { failed, ok, type Result } from '../lib/result.ts';
import { wrongIn } from '../screening/clinic-pack-of.ts';
import { demoSettings } from '../settings/demo.ts';
import { parseSettings, type Settings, type SettingsProblem } from '../settings/settings.ts';

export interface ClinicSettings {
  readonly settings: Settings;
  readonly demonstration: boolean;
}

/** The clinic's settings, or every line that is wrong with its file. Without a file: the demonstration. */
export const readSettingsFile = (file: string | undefined): Result<ClinicSettings, readonly string[]> => {
  if (file === undefined) return ok({ settings: demoSettings, demonstration: true });
  const json = readJsonFile(file);
  if (!json.ok) return failed([json.error]);
  const parsed = parseSettings(json.value);
  const problems = parsed.ok ? wrongInSettings(parsed.value) : parsed.error;
  if (parsed.ok && problems.length === 0) return ok({ settings: parsed.value, demonstration: false });
  return failed(problems.map(({ path, reason }) => `${file}: ${path === '' ? 'the file' : path}: ${reason}`));
};

/** What the schema cannot know: whether the clinic's own rules fit ours and the form. */
const wrongInSettings = ({ clinicRules }: Settings): readonly SettingsProblem[] =>
  clinicRules === undefined ? [] : wrongIn(clinicRules);

const readJsonFile = (file: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return failed(
      error instanceof SyntaxError
        ? `${file} is not JSON.`
        : `CLINIC_FILE names a file that cannot be read: ${file}`,
    );
  }
};
