/**
 * Writes `docs/generated/settings.md` from the schema of the settings file, and the table of environment variables in
 * the README from the schema of the environment. What a setting is stands in its schema alone.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { environmentSchema, SECRETS } from '../src/server/config.ts';
import { settingsSchema } from '../src/settings/settings.ts';
import { isDirectRun, writeGenerated } from './generated.ts';

type Schema = z.core.JSONSchema.JSONSchema;

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
const cell = (text: string) => text.replaceAll('|', '\\|');

const formats: Readonly<Record<string, string>> = {
  email: 'e-mail address',
  uri: 'address of a page',
  date: 'day, as `2026-11-20`',
};

const boundsOf = ({ minimum, maximum }: Schema): string => {
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return '';
};

function valueText(schema: Schema): string {
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.format && schema.format in formats) return formats[schema.format] ?? '';
  if (schema.type === 'array') return `list: ${valueText(schema.items as Schema)}`;
  if (schema.type === 'object') return schema.properties?.en ? 'text in `en` and `es`' : 'group';
  if (schema.type === 'boolean') return '`true` or `false`';
  if (schema.type === 'number') return `number${boundsOf(schema)}`;
  if (schema.type === 'string') return 'text';
  return 'condition';
}

/** The groups whose parts say more than the group does. */
const partsOf = (path: string, schema: Schema): readonly (readonly [string, Schema, Schema])[] => {
  const isList = schema.type === 'array';
  const group = isList ? (schema.items as Schema) : schema;
  const parts = Object.entries(group.properties ?? {}) as [string, Schema][];
  if (!parts.some(([, part]) => part.description)) return [];
  return parts.map(([name, part]) => [`${path}${isList ? '[]' : ''}.${name}`, part, group]);
};

const defaultOf = (path: string, schema: Schema, group: Schema): string => {
  const name = path.split('.').at(-1) ?? path;
  if (group.required?.includes(name)) return 'needed';
  if (schema.default === undefined) return '–';
  return partsOf(path, schema).length > 0 && schema.type === 'object' ? 'see below' : code(schema.default);
};

function rowsOf(path: string, schema: Schema, group: Schema): readonly string[] {
  if (!schema.description) throw new Error(`The setting ${path} does not say what it is.`);
  const row = [code(path), valueText(schema), defaultOf(path, schema, group), schema.description].map(cell);
  return [`| ${row.join(' | ')} |`, ...partsOf(path, schema).flatMap((part) => rowsOf(...part))];
}

export function settingsReference(): string {
  const whole = z.toJSONSchema(settingsSchema, { io: 'input' }) as Schema;
  const settings = Object.entries(whole.properties ?? {}) as [string, Schema][];
  return [
    '# Settings of a clinic',
    '',
    'Made from the schema by `npm run docs`; do not edit. The file is JSON, named by `CLINIC_FILE`;',
    '[clinic.example.json](../../clinic.example.json) is a whole one. A wrong or unknown setting stops the start, with',
    'the list of what is wrong. Codes in brackets are sources of [the clinical reference](../clinical-reference.md).',
    '',
    '| Setting | Value | Default | What it is |',
    '|---|---|---|---|',
    ...settings.flatMap(([name, schema]) => rowsOf(name, schema, whole)),
    '',
  ].join('\n');
}

const BEGIN = '<!-- The table of variables: made by `npm run docs`, do not edit -->\n';
const END = '<!-- End of the table -->\n';

const asText = (value: unknown) => (value === '' ? '–' : code(String(value)));

function variables(): string {
  const defaults = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const { success, data } = schema.safeParse(undefined);
    if (!schema.description) throw new Error(`The variable ${name} does not say what it is.`);
    const isGiven = success && data !== undefined && String(data) !== '';
    const shown = name.endsWith('_DIR') && isGiven ? `./${String(data).split('/').at(-1)}` : data;
    return `| \`${name}\` | ${isGiven ? asText(shown) : '–'} | ${cell(schema.description)} |`;
  });
  const files = SECRETS.map((name) => `\`${name}_FILE\``);
  return [
    '| Variable | Default | What it is |',
    '|---|---|---|',
    ...defaults,
    '',
    `${files.slice(0, -1).join(', ')} and ${files.at(-1)} name a file that holds the secret instead.`,
    '',
  ].join('\n');
}

/** The README with the table as the schema has it now. */
export function withVariables(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('The README has no place for the table of variables.');
  return `${readme.slice(0, begin + BEGIN.length)}\n${variables()}\n${readme.slice(end)}`;
}

if (isDirectRun(import.meta.url)) {
  writeGenerated('settings.md', settingsReference());
  writeFileSync('README.md', withVariables(readFileSync('README.md', 'utf8')));
}
