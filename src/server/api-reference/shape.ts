import * as z from 'zod';

/** As much of a JSON schema as the page tells. */
const shape = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
type Shape = z.infer<typeof shape>;

const HUGE = Number.MAX_SAFE_INTEGER;

const bounds = ({ minimum, maximum, minLength, maxLength }: Shape): string => {
  const least = minimum ?? minLength;
  const most = maximum ?? maxLength;
  const unit = minLength !== undefined || maxLength !== undefined ? ' characters' : '';
  const from = least !== undefined && least > -HUGE ? `from ${least}` : '';
  const to = most !== undefined && most < HUGE ? `to ${most}` : '';
  const range = [from, to].filter(Boolean).join(' ');
  return range && ` (${range}${unit})`;
};

/** `text (from 1 to 100 characters)`, `"yes" or "no"`, `list of text` */
export function kindOf(schema: unknown): string {
  const read = shape.safeParse(schema);
  if (!read.success) return 'anything';
  const { type, format, enum: values, const: only, items, anyOf, oneOf } = read.data;
  if (only !== undefined) return JSON.stringify(only);
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  const choices = anyOf ?? oneOf;
  if (choices) return choices.map(kindOf).join(', or ');
  if (type === 'array') return `list of ${kindOf(items)}`;
  const name = [type ?? 'anything'].flat().join(' or ');
  return `${format ?? name}${bounds(read.data)}`;
}

export interface Field {
  /** `answers.trials[].drug` */
  readonly path: string;
  readonly kind: string;
  readonly isRequired: boolean;
}

const deeper = (read: Shape): readonly unknown[] =>
  read.anyOf ?? read.oneOf ?? (read.items === undefined ? [] : [read.items]);

/** Every field of a schema, each below the one that holds it. */
export function fieldsOf(schema: unknown, path = ''): readonly Field[] {
  const read = shape.safeParse(schema);
  if (!read.success) return [];
  const { properties, required = [], items } = read.data;
  if (!properties)
    return deeper(read.data).flatMap((inner) => fieldsOf(inner, items === undefined ? path : `${path}[]`));
  return Object.entries(properties).flatMap(([name, inner]) => {
    const own = path ? `${path}.${name}` : name;
    const field = { path: own, kind: kindOf(inner), isRequired: required.includes(name) };
    return [field, ...fieldsOf(inner, own)];
  });
}
