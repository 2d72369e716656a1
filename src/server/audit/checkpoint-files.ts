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
import { type Checkpoint, readCheckpointLine, writeCheckpointLine } from './checkpoint.ts';

/** Appends to the file of the month, synced before it returns. */
export const appendCheckpoint = (auditDir: string, key: KeyObject, checkpoint: Checkpoint): void => {
  mkdirSync(auditDir, { recursive: true, mode: 0o700 });
  const month = new Date(checkpoint.at).toISOString().slice(0, 7);
  const handle = openSync(join(auditDir, `checkpoints-${month}.jsonl`), 'a', 0o600);
  try {
    writeSync(handle, writeCheckpointLine(key, checkpoint));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

export interface ReadCheckpoints {
  readonly checkpoints: readonly Checkpoint[];
  /** `file:line` of what is not a checkpoint of this clinic: half written, or forged. */
  readonly unreadable: readonly string[];
}

export const readCheckpoints = (auditDir: string, key: KeyObject, clinicId: string): ReadCheckpoints => {
  const checkpoints: Checkpoint[] = [];
  const unreadable: string[] = [];
  for (const file of checkpointFiles(auditDir)) {
    const lines = readFileSync(join(auditDir, file), 'utf8').split('\n');
    lines.forEach((text, index) => {
      if (text === '') return;
      const checkpoint = readCheckpointLine(key, text);
      if (checkpoint?.clinicId === clinicId) checkpoints.push(checkpoint);
      else unreadable.push(`${file}:${index + 1}`);
    });
  }
  return { checkpoints, unreadable };
};

const checkpointFiles = (auditDir: string): readonly string[] =>
  existsSync(auditDir)
    ? readdirSync(auditDir)
        .filter((file) => /^checkpoints-\d{4}-\d{2}\.jsonl$/.test(file))
        .sort()
    : [];
