import { expect, test } from 'vitest';
import { backupFinding, clockFinding, diskFinding, noticesFinding, numbersFinding } from './findings.ts';

const now = new Date('2026-11-22T15:00:00Z');

test.each([
  ['2026-11-22', true],
  ['2026-08-24', true],
  ['2026-08-23', false],
])('crisis numbers checked on %s: well is %s', (day, isWell) => {
  expect(numbersFinding(day, now)).toMatchObject({ isWell });
});

test.each([
  [1024 ** 3, true],
  [1024 ** 3 - 1, false],
])('%d free bytes: well is %s', (free, isWell) => {
  expect(diskFinding('Disk', free)).toMatchObject({ isWell });
});

test.each([
  ['no row yet', undefined, true],
  ['a row of a minute ahead', now.getTime() + 60_000, true],
  ['a row further ahead', now.getTime() + 60_001, false],
])('the clock, with %s: well is %s', (_title, newest, isWell) => {
  expect(clockFinding(newest, now)).toMatchObject({ isWell });
});

test.each([
  [0, true],
  [1, false],
])('%d notices given up: well is %s', (dead, isWell) => {
  expect(noticesFinding(dead)).toMatchObject({ isWell });
});

test.each([
  ['a clinic', undefined, false, false],
  ['a demonstration', undefined, true, true],
  ['a clinic backed up and drilled', now.getTime(), false, true],
])('backups of %s: well is %s', (_title, time, isDemonstration, isWell) => {
  expect(backupFinding({ lastBackup: time, lastDrill: time }, isDemonstration, now)).toMatchObject({
    isWell,
  });
});
