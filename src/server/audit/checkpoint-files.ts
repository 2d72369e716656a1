import type { KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type Checkpoint,
  readCheckpointLine,
  readRestoreLine,
  writeCheckpointLine,
  writeRestoreLine,
} from './checkpoint.ts';

/** Appends to the file of the month, synced before it returns. */
export const appendCheckpoint = (auditDir: string, key: KeyObject, checkpoint: Checkpoint): void =>
  append(auditDir, checkpoint.at, writeCheckpointLine(key, checkpoint));

/** Notes that the store went back to this row: what was sealed after it is lost, and said to be. */
export const appendRestore = (auditDir: string, key: KeyObject, to: Checkpoint): void =>
  append(auditDir, to.at, writeRestoreLine(key, to));

const append = (auditDir: string, at: number, line: string): void => {
  mkdirSync(auditDir, { recursive: true, mode: 0o700 });
  const month = new Date(at).toISOString().slice(0, 7);
  const handle = openSync(join(auditDir, `checkpoints-${month}.jsonl`), 'a', 0o600);
  try {
    writeSync(handle, line);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

export interface ReadCheckpoints {
  readonly checkpoints: readonly Checkpoint[];
  /** Restores of a backup, in order, each with how many checkpoints were of rows that went with it. */
  readonly restores: readonly { readonly to: Checkpoint; readonly lost: number }[];
  /** `file:line` of what is not a checkpoint of this clinic: half written, or forged. */
  readonly unreadable: readonly string[];
}

export const readCheckpoints = (auditDir: string, key: KeyObject, clinicId: string): ReadCheckpoints => {
  let checkpoints: Checkpoint[] = [];
  const restores: { to: Checkpoint; lost: number }[] = [];
  const unreadable: string[] = [];
  for (const file of checkpointFiles(auditDir)) {
    const lines = readFileSync(join(auditDir, file), 'utf8').split('\n');
    lines.forEach((text, index) => {
      if (text === '') return;
      const checkpoint = readCheckpointLine(key, text);
      const to = checkpoint === undefined ? readRestoreLine(key, text) : undefined;
      if (checkpoint?.clinicId === clinicId) checkpoints.push(checkpoint);
      else if (to?.clinicId === clinicId) {
        const kept = checkpoints.filter(({ seq }) => seq <= to.seq);
        restores.push({ to, lost: checkpoints.length - kept.length });
        checkpoints = [...kept, to];
      } else unreadable.push(`${file}:${index + 1}`);
    });
  }
  return { checkpoints, restores, unreadable };
};

const checkpointFiles = (auditDir: string): readonly string[] =>
  existsSync(auditDir)
    ? readdirSync(auditDir)
        .filter((file) => /^checkpoints-\d{4}-\d{2}\.jsonl$/.test(file))
        .sort()
    : [];
