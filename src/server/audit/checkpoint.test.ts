import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../db/store.fixture.ts';
import { temporaryKeyRing } from '../keys/vault.fixture.ts';
import { readCheckpointLine, readRestoreLine, writeCheckpointLine, writeRestoreLine } from './checkpoint.ts';
import { appendCheckpoint, appendRestore, readCheckpoints } from './checkpoint-files.ts';

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

it('after a restore what was sealed beyond it is lost, counted, and no longer asked of the chain', () => {
  const folder = written();
  const back = { clinicId: 'c', seq: 5, mac: 'ab', at: Date.UTC(2026, 11, 2) };
  const again = { clinicId: 'c', seq: 7, mac: 'ef', at: Date.UTC(2026, 11, 3) };
  appendRestore(folder, key, back);
  appendCheckpoint(folder, key, again);
  expect(readCheckpoints(folder, key, 'c')).toEqual({
    checkpoints: [november, back, again],
    restores: [{ to: back, lost: 1 }],
    unreadable: [],
  });
});

it('a restore of another clinic, or signed by another key, takes nothing back', () => {
  const folder = written();
  appendRestore(folder, key, { ...november, clinicId: 'another', at: december.at });
  appendRestore(folder, temporaryKeyRing().auditCheckpoint, { ...november, at: december.at });
  expect(readCheckpoints(folder, key, 'c')).toEqual({
    checkpoints: [november, december],
    restores: [],
    unreadable: ['checkpoints-2026-12.jsonl:2', 'checkpoints-2026-12.jsonl:3'],
  });
});

it('a checkpoint is no restore, and a restore no checkpoint', () => {
  expect(readRestoreLine(key, writeCheckpointLine(key, november))).toBeUndefined();
  expect(readCheckpointLine(key, writeRestoreLine(key, november))).toBeUndefined();
  expect(readRestoreLine(key, writeRestoreLine(key, november))).toEqual(november);
});

it.each([
  ['another row', { seq: 6 }],
  ['a row before the first', { seq: -1 }],
  ['half a row', { seq: 5.5 }],
  ['another seal', { mac: 'xx' }],
  ['another time', { at: 1 }],
  ['another clinic', { clinicId: 'd' }],
  ['a field more', { more: 1 }],
])('a line that says %s than was signed is not believed', (_, change) => {
  const said = JSON.parse(writeCheckpointLine(key, november));
  expect(readCheckpointLine(key, JSON.stringify(said))).toEqual(november);
  expect(readCheckpointLine(key, JSON.stringify({ ...said, ...change }))).toBeUndefined();
});

it('only the files of months are read, the earliest first', () => {
  const folder = temporaryFolder();
  appendCheckpoint(folder, key, december);
  appendCheckpoint(folder, key, november);
  for (const name of [
    'checkpoints-2026-1.jsonl',
    'old-checkpoints-2026-11.jsonl',
    'checkpoints-2026-11.jsonl.kept',
    'checkpoints-x026-11.jsonl',
  ])
    writeFileSync(join(folder, name), 'not a checkpoint');
  expect(readCheckpoints(folder, key, 'c')).toEqual({
    checkpoints: [november, december],
    restores: [],
    unreadable: [],
  });
});

it('the folder is made for its owner only, with those above it, and one that is there is used', () => {
  const folder = join(temporaryFolder(), 'a', 'audit');
  appendCheckpoint(folder, key, november);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const own = join(temporaryFolder(), 'mine');
  mkdirSync(own);
  appendCheckpoint(own, key, november);
  expect(readdirSync(own)).toEqual(['checkpoints-2026-11.jsonl']);
});
