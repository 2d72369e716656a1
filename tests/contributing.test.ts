import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** `npm start`, `npm test` and `npm run …`, as a page of the docs names them. */
const namedIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/npm (?:run (?:--silent )?([a-z][a-z:-]*)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );

test('CONTRIBUTING.md tells of every command of the project', () => {
  const told = new Set(namedIn(readFileSync('CONTRIBUTING.md', 'utf8')));
  const untold = Object.keys(scripts).filter((name) => name !== 'prestart' && !told.has(name));
  expect(untold).toEqual([]);
});

const pages = ['*.md', 'docs/*.md', '.github/**/*.md', 'src/**/README.md'].flatMap((glob) => globSync(glob));

test('the docs name no command that is not there', () => {
  const gone = pages.flatMap((page) =>
    namedIn(readFileSync(page, 'utf8'))
      .filter((name) => !(name in scripts))
      .map((name) => `${page}: npm run ${name}`),
  );
  expect(gone).toEqual([]);
});

test('a command that is gone is found', () => {
  expect(
    namedIn('Run `npm ci && npm test`, then `npm run test:gone` or `npm run --silent brew -- tea`.'),
  ).toEqual(['test', 'test:gone', 'brew']);
});
