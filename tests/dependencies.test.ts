import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
  /** Inside another package's archive, and held by that one's hash. */
  readonly inBundle?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const locked = Object.entries(
  (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: Record<string, Locked> })
    .packages,
).filter(([path]) => path !== '');

/** The packages named in the table of `docs/dependencies.md`. */
const listed = (docs: string): string[] =>
  docs
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []),
    );

const docs = readFileSync('docs/dependencies.md', 'utf8');

test('every run-time dependency has a line that says what it is for, and no line is left over', () => {
  expect(listed(docs).sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

test('an unlisted dependency would be found', () => {
  expect(listed(docs.replace(/^\| `zod`.*$/m, '')).sort()).not.toEqual(
    Object.keys(manifest.dependencies).sort(),
  );
});

test('versions are exact', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('no install script runs but the one that brings Node', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([
    'node_modules/node',
  ]);
  expect(manifest.allowScripts).toEqual({ node: true });
});

test('every package of the lock is held by its hash', () => {
  expect(
    locked
      .filter(([, { integrity, link, inBundle }]) => !integrity && !link && !inBundle)
      .map(([path]) => path),
  ).toEqual([]);
});

test('nothing under a GPL runs in production', () => {
  const copyleft = locked.filter(([, { license, dev }]) => !dev && /GPL/.test(license ?? ''));
  expect(copyleft.map(([path]) => path)).toEqual([]);
});

test('the bill of materials lists every dependency that is named, with its version', () => {
  const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const bill = JSON.parse(stdout) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly name: string; readonly version: string }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).map(
    ([name, version]) => `${name}@${version}`,
  );
  expect(wanted.filter((one) => !named.has(one))).toEqual([]);
}, 60_000);
