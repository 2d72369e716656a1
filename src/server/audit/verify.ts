import type { KeyObject } from 'node:crypto';
import { type AuditRow, genesisOf, macOf } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';

export type Tampering =
  | 'edited'
  | 'removed'
  | 'inserted'
  | 'reordered'
  | 'truncated'
  | 'rolled back'
  | 'forked';

export type Verdict =
  | {
      readonly sound: true;
      readonly rows: number;
      /** Rows after the last checkpoint: the chain holds them, but their loss would not be seen. */
      readonly notSealedYet: number;
    }
  | { readonly sound: false; readonly seq: number; readonly kind: Tampering };

export interface Chain {
  readonly key: KeyObject;
  readonly clinicId: string;
  /** Reads the rows from the first, in order of `seq`; called again where a break must be named. */
  rows(): AsyncIterable<AuditRow> | Iterable<AuditRow>;
  /** Checkpoints whose signature holds, in any order. */
  readonly checkpoints: readonly Checkpoint[];
}

/** Walks the whole chain and names the first row that is not as it was written, and what was done to it. */
export const verifyAudit = async (chain: Chain): Promise<Verdict> => {
  const sealedMacs = new Map(chain.checkpoints.map(({ seq, mac }) => [seq, mac]));
  let seq = 0;
  let prev = genesisOf(chain.key, chain.clinicId);
  for await (const row of chain.rows()) {
    seq += 1;
    if (row.seq !== seq) return broken(seq, row.seq > seq ? 'removed' : 'inserted');
    const genuine = macOf(chain.key, row) === row.mac;
    if (!genuine) return broken(seq, await nameChange(chain, row));
    if (row.prev !== prev) return broken(seq, 'forked');
    const sealed = sealedMacs.get(seq);
    if (sealed !== undefined && sealed !== row.mac) return broken(seq, 'rolled back');
    prev = row.mac;
  }
  const lastSealed = Math.max(0, ...sealedMacs.keys());
  if (lastSealed > seq) return broken(seq + 1, 'truncated');
  return { sound: true, rows: seq, notSealedYet: seq - lastSealed };
};

const broken = (seq: number, kind: Tampering): Verdict => ({ sound: false, seq, kind });

/** How far beyond the last known row a row may have stood before others were taken out. */
const FARTHEST_MOVE = 300;

/**
 * The row does not carry the seal of its place. Where its seal is that of another place, rows were moved: either the
 * row that belongs here stands elsewhere, or it was taken out and the rest moved up. Where its seal is of no place it
 * was changed, or made up; made up if the row that belongs here stands elsewhere, or if nobody ever sealed so far.
 */
const nameChange = async (chain: Chain, suspect: AuditRow): Promise<Tampering> => {
  const sealsAs = (row: AuditRow, seq: number) => macOf(chain.key, { ...row, seq }) === row.mac;
  let last = suspect.seq;
  let rightfulElsewhere = false;
  let hasTwin = false;
  for await (const row of chain.rows()) {
    last = row.seq;
    if (row.seq === suspect.seq) continue;
    rightfulElsewhere ||= sealsAs(row, suspect.seq);
    hasTwin ||= row.mac === suspect.mac;
  }
  const lastSealed = Math.max(0, ...chain.checkpoints.map(({ seq }) => seq));
  if (!hasTwin && standsSomewhere(suspect, Math.max(last, lastSealed) + FARTHEST_MOVE, sealsAs)) {
    return rightfulElsewhere ? 'reordered' : 'removed';
  }
  const isNewEnd = suspect.seq === last && suspect.seq > lastSealed;
  return rightfulElsewhere || isNewEnd ? 'inserted' : 'edited';
};

const standsSomewhere = (
  row: AuditRow,
  upTo: number,
  sealsAs: (row: AuditRow, seq: number) => boolean,
): boolean => {
  for (let seq = 1; seq <= upTo; seq += 1) if (sealsAs(row, seq)) return true;
  return false;
};
