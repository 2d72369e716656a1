import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { steps } from '../src/steps/catalog.ts';

const folder = (id: string) => new URL(`../src/steps/${id}/`, import.meta.url);
const readme = (id: string) => {
  const file = new URL('README.md', folder(id));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

test.each(steps.map(({ id }) => id))('%s tells where its questions and its words come from', (id) => {
  expect(readme(id)).toMatch(/source/i);
  expect(readme(id)).toMatch(/wording/i);
});

test.each(steps.map(({ id }) => id))('%s says so if its Spanish is our own and not confirmed', (id) => {
  const isMarked = readFileSync(new URL('es.ts', folder(id)), 'utf8').includes('spanishUnconfirmed');
  if (isMarked) expect(readme(id)).toContain('not confirmed');
});
