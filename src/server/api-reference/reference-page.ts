import * as z from 'zod';
import { type Field, fieldsOf, kindOf } from './shape.ts';

const content = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() });
const operation = z.object({
  tags: z.array(z.string()).default([]),
  description: z.string().default(''),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().default(false),
        schema: z.unknown(),
      }),
    )
    .default([]),
  requestBody: content.optional(),
  responses: z.record(z.string(), content).default({}),
});
const api = z.object({
  info: z.object({ title: z.string(), description: z.string().default('') }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

interface Door extends z.infer<typeof operation> {
  readonly method: string;
  readonly path: string;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const schemaIn = (part: z.infer<typeof content> | undefined): unknown =>
  Object.values(part?.content ?? {})[0]?.schema;

const row = ({ path, kind, isRequired }: Field): string =>
  `<tr><td><code>${escaped(path)}</code></td><td>${escaped(kind)}</td><td>${isRequired ? 'needed' : ''}</td></tr>`;

/** A table of fields; what is no object is told in one line. */
const told = (title: string, schema: unknown): string => {
  if (schema === undefined) return '';
  const fields = fieldsOf(schema);
  const body =
    fields.length > 0
      ? `<table><thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">Needed</th></tr></thead><tbody>${fields.map(row).join('')}</tbody></table>`
      : `<p>${escaped(kindOf(schema))}</p>`;
  return `<h4>${escaped(title)}</h4>${body}`;
};

const section = ({ method, path, description, parameters, requestBody, responses }: Door): string => {
  const asked = parameters.map(
    ({ in: where, name, required, schema }): Field => ({
      path: name,
      kind: `${kindOf(schema)}, in the ${where}`,
      isRequired: required,
    }),
  );
  const answers = Object.entries(responses).map(([status, answer]) =>
    told(`Answer ${status}`, schemaIn(answer)),
  );
  return [
    `<details><summary><code>${method.toUpperCase()} ${escaped(path)}</code></summary>`,
    `<p>${escaped(description)}</p>`,
    asked.length > 0 ? `<table><tbody>${asked.map(row).join('')}</tbody></table>` : '',
    told('Sent', schemaIn(requestBody)),
    ...answers,
    '</details>',
  ].join('');
};

/** The whole API on one page, as plain HTML: it runs no script and asks nobody for anything. */
export function referencePage(described: unknown): string {
  const { info, paths } = api.parse(described);
  const doors = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, door]): Door => ({ ...door, method, path })),
  );
  const groups = [...new Set(doors.map(({ tags }) => tags[0] ?? ''))].sort();
  const chapters = groups.map((group) => {
    const own = doors.filter(({ tags }) => tags[0] === group);
    return `<h2>${escaped(group)}</h2>${own.map(section).join('')}`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>API of ${escaped(info.title)}</title><link rel="stylesheet" href="/api/docs.css"></head><body><main>`,
    `<h1>API of ${escaped(info.title)}</h1><p>${escaped(info.description)}</p>`,
    '<p>The same for machines: <a href="/api/openapi.json">openapi.json</a></p>',
    ...chapters,
    '</main></body></html>',
  ].join('');
}

export const referenceStyle = `
:root { font: 100%/1.5 system-ui, sans-serif; color-scheme: light dark; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
h2 { margin-block: 2.5rem 0.5rem; }
details { border-block-end: 1px solid GrayText; padding-block: 0.25rem; }
summary { cursor: pointer; padding-block: 0.5rem; overflow-wrap: anywhere; }
table { inline-size: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; overflow-wrap: anywhere; }
`;
