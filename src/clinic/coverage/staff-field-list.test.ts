import { expect, test } from 'vitest';
import { staffFieldsSchema } from '../../coverage/staff-fields.ts';
import { forPayer, forRems, staffText } from './staff-field-list.ts';

test('every field that staff may fill in has its place in a form, once; the payer is chosen above it', () => {
  const keys = [...forPayer, ...forRems].flatMap(({ fields }) => fields.map(({ key }) => key));
  expect([...keys, 'payer'].sort()).toEqual(Object.keys(staffFieldsSchema.shape).sort());
});

test('every choice is one that the server takes', () => {
  for (const field of [...forPayer, ...forRems].flatMap(({ fields }) => fields)) {
    if (!('choices' in field)) continue;
    for (const { value } of field.choices) {
      const entered = { [field.key]: field.kind === 'several' ? [value] : value };
      expect(staffFieldsSchema.safeParse(entered).success).toBe(true);
    }
  }
});

test.each([
  ['npi', undefined, 'blank'],
  ['concurrent', [], 'None of them'],
  ['concurrent', ['ect', 'tms'], 'ECT, TMS'],
  ['specialty', 'psychiatry', 'Psychiatrist'],
  ['npi', '1234567893', '1234567893'],
] as const)('%s %j is read as %s', (key, value, text) => {
  expect(staffText(key, value)).toBe(text);
});
