import { expect, test } from 'vitest';
import { locationName } from './row-link.tsx';

const clinic = {
  name: 'Clinic',
  phone: '(615) 555-0100',
  timeZone: 'America/Chicago',
  cannabisCounts: true,
  demonstration: false,
};
const one = { ...clinic, locations: [{ id: 'north', name: 'Northside' }] };
const two = { ...clinic, locations: [...one.locations, { id: 'south', name: 'Southside' }] };

test('where a clinic has several locations a row names the one of the case', () => {
  expect(locationName('south', two)).toBe('Southside');
  expect(locationName(null, two)).toBeUndefined();
  expect(locationName('north', one)).toBeUndefined();
});

test('a location that the settings no longer know is still named', () => {
  expect(locationName('east', two)).toBe('east');
});
