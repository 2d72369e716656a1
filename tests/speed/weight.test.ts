import { beforeAll, expect, test } from 'vitest';
import { builtManifest, filesOf, type Manifest, weightOf } from './weight.ts';

/** What an old phone on a bad network may be asked to fetch, in bytes (brotli). The first may be 90 kB; it is not. */
const FIRST_PRESS = 500;
const FIRST_QUESTION = 45_000;
const WHOLE_FORM = 170_000;

const ENTRY = 'index.html';
/** What the form may fetch on its way, help among it; other pages have addresses of their own. */
const FORM = ['form/form.tsx', 'form/first-answer.ts', 'pages/help.tsx'].map((file) => `src/patient/${file}`);
let built: Manifest;
beforeAll(() => {
  built = builtManifest();
});

test('P35 the start page and the first question come with at most 45 kB of JavaScript and CSS', () => {
  const weight = weightOf(filesOf(built, [ENTRY], 'atOnce'));
  console.log(`start page and first question: ${(weight / 1_000).toFixed(1)} kB`);
  expect(weight).toBeLessThanOrEqual(FIRST_QUESTION);
});

test('P35 what takes the first press comes alone, and in half a kB', () => {
  const [name = ''] = Object.keys(built).filter((one) => one.startsWith('_first-press'));
  const files = filesOf(built, [name], 'inAll');
  expect(files.size).toBe(1);
  expect(weightOf(files)).toBeLessThanOrEqual(FIRST_PRESS);
});

test('P35 the whole form, with every page that it may fetch, comes with at most 170 kB', () => {
  const form = filesOf(built, FORM, 'inAll');
  const weight = weightOf(new Set([...filesOf(built, [ENTRY], 'atOnce'), ...form]));
  expect(form.size).toBeGreaterThan(10);
  console.log(`whole form: ${(weight / 1_000).toFixed(1)} kB`);
  expect(weight).toBeLessThanOrEqual(WHOLE_FORM);
});

test('the form, its checks and its machines are fetched behind the first question', () => {
  const start = built[ENTRY];
  if (!start) throw new Error('there is no start page');
  const form = Object.keys(built).find((name) => name.endsWith('form/form.tsx')) ?? '';
  const eager = { ...built, [ENTRY]: { ...start, imports: [...start.imports, form] } };
  expect(weightOf(filesOf(eager, [ENTRY], 'atOnce'))).toBeGreaterThan(FIRST_QUESTION);
});
