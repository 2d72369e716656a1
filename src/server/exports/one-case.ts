import type { Frozen } from '../../submission/freeze.ts';
import type { Act } from '../audit/act.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { notFound } from '../edge/problem.ts';
import { CannotOpen, type Envelope, type RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { type CaseRow, findCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';

/** A case as it lies in the store, with its key: what is not asked for is not opened. */
export interface OneCase<More> {
  readonly row: CaseRow;
  readonly envelope: Envelope;
  readonly key: RecordKey;
  readonly more: More;
  frozen(): Frozen;
}

export interface OneCaseReader {
  /**
   * Reads a case and hands it to `then`. The reading and its record are one: what cannot be recorded is not read. It
   * is opened after the commit, so that nobody waits for it.
   *
   * @param find what else is read of the case, in the same transaction
   */
  open<More, T>(
    reader: Reader,
    id: string,
    act: Pick<Act, 'action' | 'fields'>,
    find: (tx: Tx) => Promise<More>,
    then: (opened: OneCase<More>) => T,
  ): Promise<T>;
}

export const createOneCaseReader = ({
  store,
  vault: { envelope },
  audit,
  log,
}: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'log'>): OneCaseReader => ({
  open: async (reader, id, act, find, then) => {
    const found = await store.inTransaction(async (tx) => {
      const row = await findCase(tx, id);
      await audit.append(tx, {
        ...reader.act,
        ...act,
        object: { type: 'submission', id },
        ...(row === undefined ? { outcome: 'refused', reason: 'not-found' } : {}),
        ...(row?.location ? { location: row.location } : {}),
      });
      return (
        row && {
          row,
          wrapped: await findRecordKey(tx, id),
          newest: await findNewestVersion(tx, id),
          more: await find(tx),
        }
      );
    });
    if (found === undefined) throw notFound();
    const { row, wrapped, newest, more } = found;
    try {
      if (wrapped === undefined) throw new CannotOpen('The key of this record is gone.');
      const key = envelope.unwrap(wrapped);
      return then({ row, envelope, key, more, frozen: () => openNewest(envelope, key, row, newest) });
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      log.error({ err: error, recordId: id }, 'a record cannot be opened');
      throw damaged();
    }
  },
});
