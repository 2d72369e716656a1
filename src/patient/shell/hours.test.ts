import { expect, it } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { words } from '../words/words.ts';
import { openHours } from './hours.ts';

const unbroken = (text: string) => text.replaceAll('\u00a0', ' ');

const closed = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };

it.each([
  ['a plain week', demoSettings.hours, 'Monday to Friday, 8 am to 5 pm'],
  [
    'a short Friday',
    { ...demoSettings.hours, fri: '08:00-15:00' },
    'Monday to Thursday, 8 am to 5 pm; Friday, 8 am to 3 pm',
  ],
  ['two days', { ...closed, mon: '09:30-12:00', tue: '09:30-12:00' }, 'Monday and Tuesday, 9:30 am to 12 pm'],
  [
    'a gap',
    { ...closed, mon: '09:00-17:00', wed: '09:00-17:00' },
    'Monday, 9 am to 5 pm; Wednesday, 9 am to 5 pm',
  ],
  ['midnight and noon', { ...closed, sat: '00:00-12:15' }, 'Saturday, 12 am to 12:15 pm'],
  ['never', closed, ''],
])('opening hours are told in words: %s', (_, hours, text) => {
  expect(unbroken(openHours(hours, words.en))).toBe(text);
});

it('opening hours are told in Spanish', () => {
  expect(unbroken(openHours(demoSettings.hours, words.es))).toBe('de lunes a viernes, de 8 a. m. a 5 p. m.');
});
