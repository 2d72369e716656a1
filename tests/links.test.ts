import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = () =>
  ['*.md', 'docs/**/*.md', 'src/**/README.md', '.github/**/*.md'].flatMap((glob) => globSync(glob));

/** As a heading is named in an address: small letters, hyphens for spaces, no other marks. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** The links of a page to files of ours that lead nowhere. */
function deadLinks(page: string, markdown: string): readonly string[] {
  const targets = [...markdown.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(
    ([, target = '']) => target,
  );
  return targets.filter((target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
  });
}

test('every link between the pages of the docs leads somewhere', () => {
  expect(pages().length).toBeGreaterThan(50);
  expect(
    pages().flatMap((page) => deadLinks(page, readFileSync(page, 'utf8')).map((link) => `${page}: ${link}`)),
  ).toEqual([]);
});

test('a link to a page or a heading that is gone is found', () => {
  expect(
    deadLinks('README.md', '[a](docs/gone.md) [b](docs/commands.md) [c](SECURITY.md#gone) [d](https://x.y)'),
  ).toEqual(['docs/gone.md', 'SECURITY.md#gone']);
});

/** `src/machines/walk.ts`, `src/steps/<step>/en.ts`: files of ours that a page names without a link. */
const namedButGone = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/`((?:src|docs|tests|scripts|bench|public)\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => globSync(path.replace(/<[^>]+>|…/g, '*')).length === 0);

test('every file that a page names is there', () => {
  expect(
    pages().flatMap((page) => namedButGone(readFileSync(page, 'utf8')).map((path) => `${page}: ${path}`)),
  ).toEqual([]);
});

test('a file that was moved is found', () => {
  expect(namedButGone('`src/machines/walk.ts`, `src/steps/<step>/en.ts`, `src/machines/wander.ts`')).toEqual([
    'src/machines/wander.ts',
  ]);
});
