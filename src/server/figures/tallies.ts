import { randomUUID } from 'node:crypto';
import { weekIn } from '../../lib/weeks.ts';
import type { DecisionKind } from '../../submission/decisions.ts';
import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { WeekTalliesTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';
import { findRecordKey, insertRecordKey } from '../keys/record-keys.repository.ts';
import { findTally, insertTally, updateTally } from './figures.repository.ts';
import { nothingYet, type Reached, type Tally, withDecision, withReached } from './tally.ts';

interface Decided {
  readonly kind: DecisionKind;
  readonly reason: string;
  /** ISO instant */
  readonly at: string;
}

const FIRST_VERSION = 1;
const place = (version: number) => ({ column: 'week_tallies.content', version });

/** What comes out was put in by `change` below: the encryption is authenticated, and bound to week and version. */
export const openTally = (envelope: Envelope, key: RecordKey, row: WeekTalliesTable): Tally =>
  envelope.openJson(key, place(row.version), row.content) as Tally;

/** Counts what is done by the week, in the transaction of what is done. */
export const createTallies = ({
  vault,
  clock,
  settings,
}: Pick<Dependencies, 'vault' | 'clock' | 'settings'>) => {
  const { envelope } = vault;

  const change = async (tx: Tx, at: string, how: (tally: Tally) => Tally): Promise<void> => {
    const week = weekIn(settings.timeZone, new Date(at));
    await oneAtATime(tx, `tally ${week}`);
    const row = await findTally(tx, week);
    if (row === undefined) {
      const id = randomUUID();
      const { key, wrapped } = envelope.newRecordKey(id);
      await insertRecordKey(tx, wrapped, clock.now().getTime());
      const content = envelope.sealJson(key, place(FIRST_VERSION), how(nothingYet));
      return insertTally(tx, { week, id, version: FIRST_VERSION, content });
    }
    const wrapped = await findRecordKey(tx, row.id);
    if (wrapped === undefined) throw new Error('The sums of a week have lost their key.');
    const key = envelope.unwrap(wrapped);
    const version = row.version + 1;
    const content = envelope.sealJson(key, place(version), how(openTally(envelope, key, row)));
    return updateTally(tx, { ...row, version, content });
  };

  return {
    count: (tx: Tx, decided: Decided) => change(tx, decided.at, (tally) => withDecision(tally, decided, 1)),
    uncount: (tx: Tx, decided: Decided) =>
      change(tx, decided.at, (tally) => withDecision(tally, decided, -1)),
    reached: (tx: Tx, reached: Reached) => change(tx, reached.since, (tally) => withReached(tally, reached)),
  };
};
