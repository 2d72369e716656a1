import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heightForm, readHeight, readWeight, switchHeight, switchWeight, weightForm } from './body-size.ts';

const tall = { min: 36, max: 96 };
const heavy = { min: 50, max: 900 };
const us = (feet: string, inches: string) => ({ feet, inches, centimeters: '' });
const cm = (centimeters: string) => ({ feet: '', inches: '', centimeters });
const lb = (pounds: string) => ({ pounds, kilograms: '' });
const kg = (kilograms: string) => ({ pounds: '', kilograms });

test.each([
  [us('5', '10'), 70],
  [us('5', '10.5'), 70.5],
  [us('5', '10½'), 70.5],
  [us('5', ''), 60],
  [us('', '70'), 70],
  [us('5 ft', '10 in'), 70],
  [us(`5'10"`, ''), 70],
  [us('5 ft 10', ''), 70],
  [us('٥', '١٠'), 70],
  [us('', ''), undefined],
])('%j is %s inches', (form, inches) => {
  expect(readHeight(form, 'us', tall)).toEqual({ ok: true, value: inches });
});

test.each([
  [cm('178'), 70.1],
  [cm('178 cm'), 70.1],
  [cm('1.78'), 70.1],
  [cm('1,78 m'), 70.1],
  [cm(''), undefined],
])('%j is %s inches', (form, inches) => {
  expect(readHeight(form, 'metric', tall)).toEqual({ ok: true, value: inches });
});

test.each([
  [us('5', '12'), 'us', 'inches', 'inches'],
  [us('five', '10'), 'us', 'number', 'feet'],
  [us('2', '11'), 'us', 'range', 'feet'],
  [us('8', '1'), 'us', 'range', 'feet'],
  [cm('91'), 'metric', 'range', 'centimeters'],
  [cm('tall'), 'metric', 'number', 'centimeters'],
] as const)('%j in %s units has to be mended: %s at %s', (form, units, code, at) => {
  expect(readHeight(form, units, tall)).toMatchObject({ ok: false, error: { code, at } });
});

test.each([
  [us('3', '0'), 36],
  [us('8', '0'), 96],
])('%j is just in range', (form, inches) => {
  expect(readHeight(form, 'us', tall)).toEqual({ ok: true, value: inches });
});

test.each([
  [lb('188'), 'us', 188],
  [lb('188,5 lbs'), 'us', 188.5],
  [lb('85 kg'), 'us', 187.4],
  [kg('70,5'), 'metric', 155.4],
  [kg('155 libras'), 'metric', 155],
  [lb('50'), 'us', 50],
  [lb('900'), 'us', 900],
  [lb(''), 'us', undefined],
] as const)('%j in %s units is %s pounds', (form, units, pounds) => {
  expect(readWeight(form, units, heavy)).toEqual({ ok: true, value: pounds });
});

test.each([
  [lb('49.9'), 'us', 'range'],
  [lb('900.1'), 'us', 'range'],
  [kg('12'), 'metric', 'range'],
  [kg('heavy'), 'metric', 'number'],
] as const)('%j in %s units has to be mended: %s', (form, units, code) => {
  expect(readWeight(form, units, heavy)).toMatchObject({ ok: false, error: { code } });
});

test('a switch converts what is typed, and back again gives what was typed', () => {
  const metric = switchHeight(us('5', '10'), 'us', tall);
  expect(metric.centimeters).toBe('178');
  expect(switchHeight(metric, 'metric', tall)).toMatchObject({ feet: '5', inches: '10' });
  expect(switchWeight(kg('70.5'), 'metric', heavy)).toEqual({ pounds: '155.4', kilograms: '70.5' });
});

test('after a switch and a change, the old units do not keep the old number', () => {
  const metric = { ...switchHeight(us('5', '10'), 'us', tall), centimeters: '183' };
  expect(switchHeight(metric, 'metric', tall)).toMatchObject({ feet: '6', inches: '0' });
});

test('a switch leaves a text that is no number where it was typed', () => {
  expect(switchWeight(lb('heavy'), 'us', heavy)).toEqual(lb('heavy'));
});

test('a height in whole or half centimetres is shown again as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 184, max: 486 }), (halves) => {
      const read = readHeight(cm(String(halves / 2)), 'metric', tall);
      expect(read.ok && heightForm(read.value).centimeters).toBe(String(halves / 2));
    }),
  );
});

test('a weight in kilograms to a tenth is shown again as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 230, max: 4080 }), (tenths) => {
      const read = readWeight(kg(String(tenths / 10)), 'metric', heavy);
      expect(read.ok && weightForm(read.value).kilograms).toBe(String(tenths / 10));
    }),
  );
});

test('a stored height and weight come back unchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 360, max: 960 }), fc.integer({ min: 500, max: 9000 }), (height, weight) => {
      expect(readHeight(heightForm(height / 10), 'us', tall)).toEqual({ ok: true, value: height / 10 });
      expect(readWeight(weightForm(weight / 10), 'us', heavy)).toEqual({ ok: true, value: weight / 10 });
    }),
  );
});
