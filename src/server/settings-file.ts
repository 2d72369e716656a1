import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { canonicalJson } from '../lib/canonical-json.ts';
import { failed, ok, type Result } from '../lib/result.ts';
import { type Instrument, instrumentSchema } from '../questions/instrument.ts';
import { firstProblem } from '../questions/schema.ts';
import { wrongIn } from '../screening/clinic-pack-of.ts';
import { demoSettings } from '../settings/demo.ts';
import { parseSettings, type Settings, type SettingsProblem } from '../settings/settings.ts';
import { wrongInInstrument } from '../steps/own-instrument.ts';

export interface ClinicSettings {
  readonly settings: Settings;
  readonly demonstration: boolean;
}

/**
 * The clinic's settings, or every line that is wrong with its file. A demonstration is what says so of itself, and what
 * has no file.
 */
export const readSettingsFile = (file: string | undefined): Result<ClinicSettings, readonly string[]> => {
  if (file === undefined) return ok({ settings: demoSettings, demonstration: true });
  const json = readJsonFile(file, 'CLINIC_FILE');
  if (!json.ok) return failed([json.error]);
  const parsed = parseSettings(json.value);
  const problems = parsed.ok ? wrongInSettings(parsed.value) : parsed.error;
  if (!parsed.ok || problems.length > 0) return failed(told(file, problems));
  const settings = parsed.value;
  const demonstration = settings.demonstration === true;
  if (settings.instrumentFile === undefined) return ok({ settings, demonstration });
  const instrument = readInstrument(resolve(dirname(file), settings.instrumentFile));
  return instrument.ok
    ? ok({ settings: { ...settings, instrument: instrument.value }, demonstration })
    : instrument;
};

const told = (file: string, problems: readonly SettingsProblem[]): readonly string[] =>
  problems.map(({ path, reason }) => `${file}: ${path === '' ? 'the file' : path}: ${reason}`);

/** The clinic's own suicide screen, read once: a change of the file counts from the next start. */
function readInstrument(file: string): Result<Instrument, readonly string[]> {
  const json = readJsonFile(file, 'instrumentFile');
  if (!json.ok) return failed([json.error]);
  const parsed = instrumentSchema.safeParse(json.value);
  if (!parsed.success) return failed(told(file, [firstProblem(parsed.error.issues)]));
  const problems = wrongInInstrument(parsed.data);
  if (problems.length > 0) return failed(told(file, problems));
  return ok({
    ...parsed.data,
    sha256: createHash('sha256').update(canonicalJson(parsed.data)).digest('hex'),
  });
}

/** What the schema cannot know: whether the clinic's own rules fit ours and the form. */
const wrongInSettings = ({ clinicRules }: Settings): readonly SettingsProblem[] =>
  clinicRules === undefined ? [] : wrongIn(clinicRules);

const readJsonFile = (file: string, named: 'CLINIC_FILE' | 'instrumentFile'): Result<unknown, string> => {
  try {
    return ok(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return failed(
      error instanceof SyntaxError
        ? `${file} is not JSON.`
        : `${named} names a file that cannot be read: ${file}`,
    );
  }
};
