import { expect, test } from 'vitest';
import { meantEmail } from './email.ts';

test.each([
  ['ana@gmial.com', 'ana@gmail.com'],
  ['ana@gmail.con', 'ana@gmail.com'],
  ['Ana.Lopez@Yaho.com ', 'Ana.Lopez@yahoo.com'],
  ['ana@hotnail.com', 'ana@hotmail.com'],
  ['ana@outlok.com', 'ana@outlook.com'],
  ['ana@clinic-of-ours.con', 'ana@clinic-of-ours.com'],
])('%s is met with a tip: %s', (typed, meant) => {
  expect(meantEmail(typed)).toBe(meant);
});

test.each([
  '',
  'ana',
  'ana@',
  '@gmail.com',
  'ana@gmail.com',
  'ana@example.org',
  'ana@mail.com.mx',
  'ana@ymail.edu',
])('"%s" is left alone', (typed) => {
  expect(meantEmail(typed)).toBeUndefined();
});
