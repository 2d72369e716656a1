/**
 * `node scripts/release-pack.ts` writes the rules as they are now, with all they need in one file, to
 * `src/screening/released/<version>.js`, where they stay for ever: a submission of today is evaluated again with it
 * years later. A version that has a file is left alone; `--again` writes it anew, and is for a version under which
 * no submission was received.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { rulesVersion } from '../src/screening/rules.ts';

const folder = 'src/screening/released';
const file = `${folder}/${rulesVersion}.js`;
const fingerprints = `${folder}/fingerprints.json`;

const declaration = `import type { RulePack } from '../pack.ts';

export declare const pack: RulePack;
`;

if (existsSync(file) && !process.argv.includes('--again')) {
  console.error(
    `${file} is there already. A change of a rule, a list or a threshold needs a new version in src/screening/rules.ts; ` +
      'for one under which no submission was received, run this with --again.',
  );
  process.exitCode = 1;
} else await release();

async function release() {
  const code = await bundle();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, code);
  writeFileSync(file.replace(/\.js$/, '.d.ts'), declaration);
  const known: Record<string, string> = existsSync(fingerprints)
    ? JSON.parse(readFileSync(fingerprints, 'utf8'))
    : {};
  known[rulesVersion] = createHash('sha256').update(code).digest('hex');
  writeFileSync(fingerprints, `${JSON.stringify(known, null, 2)}\n`);
  console.log(`${file} written. A new version also needs its line in src/screening/released-packs.ts.`);
}

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      lib: { entry: 'src/screening/pack.ts', formats: ['es'] },
      write: false,
      minify: false,
      target: 'es2024',
    },
  });
  const [output] = [made].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk' || chunk.imports.length > 0)
    throw new Error('The pack does not stand in one piece.');
  return `// Rules ${rulesVersion} in one piece, written by scripts/release-pack.ts. Never edit it.\n${chunk.code}`;
}
