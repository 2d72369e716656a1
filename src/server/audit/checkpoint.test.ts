import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../db/store.fixture.ts';
import { temporaryKeyRing } from '../keys/vault.fixture.ts';
import { appendCheckpoint, readCheckpoints } from './checkpoint-files.ts';

const key = temporaryKeyRing().auditCheckpoint;
const november = { clinicId: 'c', seq: 5, mac: 'ab', at: Date.UTC(2026, 10, 30, 23, 59) };
const december = { clinicId: 'c', seq: 9, mac: 'cd', at: Date.UTC(2026, 11, 1) };

const written = () => {
  const folder = temporaryFolder();
  appendCheckpoint(folder, key, november);
  appendCheckpoint(folder, key, december);
  return folder;
};

it('checkpoints are read back, a file a month, for their owner only', () => {
  const folder = written();
  expect(readdirSync(folder).sort()).toEqual(['checkpoints-2026-11.jsonl', 'checkpoints-2026-12.jsonl']);
  expect(statSync(join(folder, 'checkpoints-2026-11.jsonl')).mode & 0o077).toBe(0);
  expect(readCheckpoints(folder, key, 'c')).toEqual({
    checkpoints: [november, december],
    restores: [],
    unreadable: [],
  });
});

it('a changed, foreign or half-written line is named and not believed', () => {
  const folder = written();
  const file = join(folder, 'checkpoints-2026-11.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"seq":5', '"seq":4'));
  appendCheckpoint(folder, temporaryKeyRing().auditCheckpoint, november);
  appendCheckpoint(folder, key, { ...november, clinicId: 'another' });
  appendFileSync(file, '{"clinicId":"c","se');
  expect(readCheckpoints(folder, key, 'c')).toEqual({
    checkpoints: [december],
    restores: [],
    unreadable: [1, 2, 3, 4].map((line) => `checkpoints-2026-11.jsonl:${line}`),
  });
});

it('a folder that is not there yet holds no checkpoint', () => {
  expect(readCheckpoints(join(temporaryFolder(), 'none'), key, 'c').checkpoints).toEqual([]);
});
