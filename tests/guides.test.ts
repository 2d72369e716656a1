import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const guide = readFileSync('docs/adding.md', 'utf8');

const chapterOf = (title: string): string => guide.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

const blocksOf = (chapter: string, language: string): readonly string[] =>
  [...chapter.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );

const patchOf = (title: string): string => blocksOf(chapterOf(title), 'diff').join('');

const commandsOf = (title: string): readonly string[] =>
  blocksOf(chapterOf(title), 'sh').flatMap((block) => block.trim().split('\n'));

/** The sources as git knows them, with the packages that are installed here. */
function copyOfTheSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-guide-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

function applied(patch: string, folder: string, ...options: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'prelude-patch-')), 'patch');
  onTestFinished(() => rmSync(dirname(file), { recursive: true, force: true }));
  writeFileSync(file, patch);
  // Outside of a repository, so that paths are those of the folder.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) };
  const { status, stderr } = spawnSync('git', ['apply', ...options, file], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return status === 0 ? 'applied' : stderr;
}

const chapters = ['Adding a question', 'Adding a rule'];

test.each(chapters)('the patches of "%s" fit the sources of today', (title) => {
  const patch = patchOf(title);
  expect(patch.match(/^\+\+\+ /gm)?.length).toBeGreaterThan(3);
  expect(applied(patch, process.cwd(), '--check')).toBe('applied');
});

test('a patch of a guide that no longer fits is found', () => {
  const old = patchOf('Adding a question').replace('export const contactStep', 'export const contactsStep');
  expect(applied(old, process.cwd(), '--check')).toContain('does not apply');
});

/** Minutes: left to `npm run test:full`. */
const inFull = process.env.FULL === '1' ? chapters : [];

test.each(inFull)(
  '"%s", followed to the letter on a copy of the sources, passes its checks and its tests',
  (title) => {
    const folder = copyOfTheSources();
    expect(applied(patchOf(title), folder)).toBe('applied');
    // A copy is no repository, which the linter asks for its ignored files.
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const path = `${resolve('node_modules/.bin')}:${process.env.PATH ?? ''}`;
    const env = { ...process.env, PATH: path, FULL: '' };
    const run = (command: string) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      expect(`${status} ${status === 0 ? '' : stdout + stderr}`).toBe('0 ');
    };
    for (const command of commandsOf(title)) run(command);
    const tests = 'tests/answers-contract.test.ts tests/rules-reference.test.ts tests/released-forms.test.ts';
    run(
      `vitest run --project pure --project node ${tests} tests/generated-docs.test.ts src/steps src/screening src/machines`,
    );
  },
  600_000,
);
