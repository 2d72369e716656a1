import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, impurity, offence, readImports, sourceFiles, strayQuery } from './imports.ts';

const files = sourceFiles('src').map((file) => ({ file, source: readFileSync(file, 'utf8') }));

test('the house is read: every room has files, and imports between rooms are seen', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(readImports('src').filter(({ to }) => to.startsWith('src/')).length).toBeGreaterThan(200);
});

test('no file imports against the road of the data', () => {
  expect(readImports('src').flatMap((one) => offence(one) ?? [])).toEqual([]);
});

test('the pure folders take no time, chance, network or storage for themselves', () => {
  expect(files.flatMap(({ file, source }) => impurity(file, source) ?? [])).toEqual([]);
});

test('only repositories hold queries', () => {
  expect(files.flatMap(({ file, source }) => strayQuery(file, source) ?? [])).toEqual([]);
});

test('every import of our own points at a file that is there', () => {
  const known = new Set(files.map(({ file }) => file));
  const missing = readImports('src').filter(
    ({ to }) => to.startsWith('src/') && /\.tsx?$/.test(to) && !known.has(to),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['lib knows nobody', 'src/lib/dates.ts', "import { x } from '../questions/ask.ts';"],
  [
    'a step knows no other step',
    'src/steps/heart/questions.ts',
    "import { x } from '../brain/questions.ts';",
  ],
  ['a step does not know the catalog', 'src/steps/heart/questions.ts', "import { x } from '../catalog.ts';"],
  [
    'screening does not know the machines',
    'src/screening/screen.ts',
    "import { walk } from '../machines/walk.ts';",
  ],
  [
    'the controls do not know the answers',
    'src/ui/question.tsx',
    "import { screen } from '../screening/screen.ts';",
  ],
  ['the patient does not know the clinic', 'src/patient/app.tsx', "import('../clinic/app.tsx')"],
  [
    'the clinic does not know the server',
    'src/clinic/app.tsx',
    "export { db } from '../server/db/connect.ts';",
  ],
  ['the server draws nothing', 'src/server/app.ts', "import { createRoot } from 'react-dom/client';"],
  ['the server imports no view', 'src/server/app.ts', "import { x } from '../steps/heart/form.tsx';"],
  ['the pure folders use no package that acts', 'src/machines/walk.ts', "import axios from 'axios';"],
  ['nobody imports tests', 'src/server/app.ts', "import '../../tests/server.ts';"],
  ['nobody but tests imports a fixture', 'src/server/app.ts', "import { x } from './server.fixture.ts';"],
])('a planted offence is found: %s', (_title, file, source) => {
  expect(importsOf(file, source).flatMap((one) => offence(one) ?? [])).toHaveLength(1);
});

test.each([
  ['its own clock', 'src/machines/walk.ts', 'const now = Date.now();'],
  ['chance', 'src/submission/summary.ts', 'const id = Math.random();'],
  ['the network', 'src/screening/screen.ts', "await fetch('/api');"],
])('a planted impurity is found: %s', (_title, file, source) => {
  expect(impurity(file, source)).toContain('acts by itself');
});

test('a planted query outside a repository is found', () => {
  expect(strayQuery('src/server/drafts/drafts.usecases.ts', "db().selectFrom('drafts')")).toContain(
    'repository',
  );
});
