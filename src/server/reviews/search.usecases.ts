import {
  isMeant,
  readTerm,
  type Searchable,
  type SearchTerm,
  searchable,
} from '../../submission/search-term.ts';
import { frontDeskSearchAnswer, searchAnswer } from '../../submission/search-wire.ts';
import type { Dependencies } from '../dependencies.ts';
import type { BlindIndexes } from '../keys/blind-index.ts';
import { findCameBefore } from '../same-person/same-person.repository.ts';
import { phoneDigits } from '../submissions/person-indexes.ts';
import { findCasesOf } from './cases.repository.ts';
import type { Rows } from './open-rows.ts';
import { casesOf, contactOfAlert, type Row } from './queue.ts';
import { type CameBefore, clinicianItem, frontDeskItem, type Showing } from './queue-items.ts';
import type { Reader } from './reader.ts';

type Answer = ReturnType<typeof searchAnswer.parse> | ReturnType<typeof frontDeskSearchAnswer.parse>;

export interface Search {
  find(reader: Reader, typed: string): Promise<Answer>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit'>;

const MOST_FOUND = 50;

/**
 * Open cases are looked through in memory, by any part; closed ones are found by keyed hashes of what is whole, and
 * opened only when found. The audit holds a keyed hash of what was looked for.
 */
export const createSearch = ({ store, vault, audit }: Needs, opened: Rows): Search => ({
  find: async (reader, typed) => {
    const term = readTerm(typed);
    const indexes = indexesOf(vault.indexes, term);
    const { page, more, cameBefore, showing, keep } = await store.inTransaction(async (tx) => {
      const { line, showing, keep } = await opened.open(tx);
      const heads = await findCasesOf(tx, indexes, MOST_FOUND + 1);
      const byIndex = new Set(heads.map(({ id }) => id));
      const open = line.rows.filter((row) => byIndex.has(row.id) || isRowMeant(term, row));
      const closed = await opened.ofCases(
        tx,
        heads.filter(({ id }) => !line.has(id)),
      );
      await audit.append(tx, {
        ...reader.act,
        action: 'search.read',
        reason: vault.indexes.of('search-term', typed),
      });
      const found = [...open, ...closed];
      const page = found.slice(0, MOST_FOUND);
      const cameBefore = await findCameBefore(tx, casesOf(page));
      return { page, more: found.length > MOST_FOUND, cameBefore, showing, keep };
    });
    keep();
    return reader.seesAnswers
      ? searchAnswer.parse({ items: page.map(foundItem(showing, cameBefore)), more })
      : frontDeskSearchAnswer.parse({ items: page.map(frontDeskItem), more });
  },
});

const indexesOf = (indexes: BlindIndexes, { whole }: SearchTerm) => ({
  surnames: whole.surnames.map((surname) => indexes.of('surname', surname)),
  birthDate: whole.birthDate && indexes.of('birth-date', whole.birthDate),
  phone: whole.phone && indexes.of('phone', phoneDigits(whole.phone)),
  reference: whole.reference && indexes.of('reference', whole.reference),
});

const isRowMeant = (term: SearchTerm, row: Row): boolean =>
  row.kind !== 'unreadable' && isMeant(term, searchableOf(row));

type Readable = Exclude<Row, { kind: 'unreadable' }>;

/** As long as a row is held open, what it is looked for by is held with it. */
const prepared = new WeakMap<Readable, Searchable>();

const searchableOf = (row: Readable): Searchable => {
  const known = prepared.get(row);
  if (known !== undefined) return known;
  const { name, phone } = row.kind === 'case' ? row.entry.contact : contactOfAlert(row.alert);
  const made = searchable({ name, phone, reference: row.kind === 'case' ? row.entry.reference : null });
  prepared.set(row, made);
  return made;
};

const foundItem = (showing: Showing, cameBefore: CameBefore) => (row: Row) => ({
  ...clinicianItem(showing, cameBefore)(row),
  status: frontDeskItem(row).status,
});
