import * as z from 'zod';

/** As much of a description of the API as it takes to write a request. */
const operation = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).optional(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
});
const described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

export interface Described {
  readonly queryNames: readonly string[];
  /** Of JSON, where there is one. */
  readonly body: unknown;
}

/** What the description of the API says about a door: `PUT`, `/api/drafts/:id`. */
export const describedDoor = (openapi: unknown, method: string, url: string): Described => {
  const path = url.replace(/:(\w+)/g, '{$1}');
  const found = operation.safeParse(described.parse(openapi).paths[path]?.[method.toLowerCase()]);
  if (!found.success) return { queryNames: [], body: undefined };
  const { parameters = [], requestBody } = found.data;
  return {
    queryNames: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    body: requestBody?.content['application/json']?.schema,
  };
};

const shape = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minimum: z.number().optional(),
  minLength: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});

const texts: Readonly<Record<string, string>> = {
  uuid: '7b2d1c1e-5f0a-4c7e-9a58-0c7d4f1b2a90',
  'date-time': '2026-11-22T14:58:00.000Z',
  date: '2026-11-22',
  email: 'sam@clinic.example',
};

/** A value as the schema describes it, with every field there is: where something hostile is put, the rest is in order. */
export const sampleOf = (schema: unknown): unknown => {
  const { data } = shape.safeParse(schema);
  if (data === undefined) return 'x';
  const { type, format, enum: values, const: only, items, properties, anyOf, oneOf } = data;
  if (only !== undefined) return only;
  if (values !== undefined) return values[0];
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return sampleOf(choices[0]);
  if (properties !== undefined)
    return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, sampleOf(inner)]));
  switch ([type].flat()[0]) {
    case 'object':
      return {};
    case 'array':
      return [sampleOf(items)];
    case 'number':
    case 'integer':
      return Math.max(1, data.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return (
        (format && texts[format]) ?? 'x'.repeat(lengthIn(data.pattern) ?? Math.max(1, data.minLength ?? 1))
      );
  }
};

/** Of a pattern that ends in a count, as in `^[a-z]{22}$`. */
const lengthIn = (pattern: string | undefined): number | undefined => {
  const [, count] = /\{(\d+)\}\$$/.exec(pattern ?? '') ?? [];
  return count === undefined ? undefined : Number(count);
};

/** The sample as JSON, once for each place in it, with what is sent in that place. */
export const bodiesWith = (sample: unknown, sent: string): readonly string[] =>
  placesIn(sample).map((marked) => JSON.stringify(marked).replace(`"${HERE}"`, () => sent));

const HERE = '\ue000here\ue000';

function placesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value))
    return [HERE, ...value.flatMap((item, at) => placesIn(item).map((marked) => value.with(at, marked)))];
  if (typeof value !== 'object' || value === null) return [HERE];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    placesIn(item).map((marked) => ({ ...value, [key]: marked })),
  );
  // A key that nobody knows, beside those that are in order.
  return [HERE, ...inside, { ...value, unknownToAll: HERE }];
}
