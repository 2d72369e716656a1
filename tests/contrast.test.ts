import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Every pair of the design's colour tables, computed from the stylesheet that is served. */
const css = readFileSync(new URL('../src/ui/styles/tokens.css', import.meta.url), 'utf8');

type Colours = Readonly<Record<string, string>>;

const written = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), ([^)]+)\);/gi)];
const light: Colours = Object.fromEntries(written.map(([, name, hex]) => [name, hex]));
const dark: Colours = Object.fromEntries(
  written.flatMap(([, name, , hex = '']) => (hex.startsWith('#') ? [[name, hex]] : [])),
);

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Colours, text: string, back: string): number {
  const [one, other] = [text, back].map((name) => {
    const hex = colours[name];
    if (!hex) throw new Error(`--${name} has no colour`);
    return luminance(hex) + 0.05;
  });
  return Math.max(one ?? 0, other ?? 0) / Math.min(one ?? 1, other ?? 1);
}

const grounds = ['page', 'surface', 'sunken'];
const tints = ['primary', 'success', 'warning', 'error', 'info', 'support'].map((name) => `${name}-tint`);
const bands = ['minimal', 'mild', 'moderate', 'moderately-severe', 'severe'].map((name) => `band-${name}`);

const AAA = 7;
const AA = 4.5;
const EDGE = 3;

/** Text, what it stands on, and the least ratio that the design promises. */
type Pair = readonly [text: string, backs: readonly string[], least: number];

const shared: readonly Pair[] = [
  ['ink', grounds, 12],
  ['muted', grounds, AAA],
  ['primary', grounds, AAA],
  ['link', grounds, AAA],
  ['primary-hover', grounds, AAA],
  ['support', grounds, AAA],
  ['success', grounds, AAA],
  ['warning', grounds, AAA],
  ['error', grounds, AAA],
  ['info', grounds, AAA],
  ['on-primary', ['primary', 'primary-hover'], AAA],
  ['on-support', ['support'], AAA],
  ['ink', tints, 11.5],
  ['ink', bands, AAA],
  ['muted', tints, AA],
  ['link', tints, AA],
  ['primary-hover', ['primary-tint'], AA],
  ['control', grounds, EDGE],
  ['primary', [...tints, ...bands], EDGE],
  ['focus', grounds, EDGE],
  ['chip-safety', ['chip-safety-back'], AAA],
  ['chip-review', ['chip-review-back'], AAA],
  ['chip-note', ['chip-note-back'], AAA],
  ['chip-clear', ['chip-clear-back'], AAA],
];

const ownTints = (least: number): readonly Pair[] =>
  tints.map((tint) => [tint.replace('-tint', ''), [tint], least] as const);

const pairs: Readonly<Record<string, { readonly colours: Colours; readonly pairs: readonly Pair[] }>> = {
  light: {
    colours: light,
    pairs: [...shared, ...ownTints(AAA), ['focus', ['focus-halo'], 9], ['focus', ['page'], 13]],
  },
  dark: { colours: dark, pairs: [...shared, ...ownTints(6.3), ['focus', ['page'], 11]] },
};

describe.each(Object.entries(pairs))('in %s', (_, theme) => {
  const cases = theme.pairs.flatMap(([text, backs, least]) =>
    backs.map((back) => [text, back, least] as const),
  );
  test.each(cases)('%s on %s is at least %d', (text, back, least) => {
    expect(contrast(theme.colours, text, back)).toBeGreaterThanOrEqual(least);
  });
});

test('every colour of the light theme has one in the dark', () => {
  const transparentInDark = ['focus-halo'];
  expect(Object.keys(dark).length).toBeGreaterThan(30);
  expect(Object.keys(light).filter((name) => !(name in dark))).toEqual(transparentInDark);
});

test('a colour that is too pale is noticed', () => {
  expect(contrast({ ...light, muted: '#8a979c' }, 'muted', 'page')).toBeLessThan(AA);
  expect(contrast({ black: '#000000', white: '#ffffff' }, 'black', 'white')).toBeCloseTo(21, 5);
});
