/**
 * A program: fills a clinic's folder with so many forms, received over five years. Some hundred come through the door
 * that patients use; the others are made of them, each sealed under a key of its own, under its own name, with its
 * own row of the audit. A folder that has them already is left as it is.
 *
 * Where there are very many, PostgreSQL makes most of them itself: older ones, which nobody opens.
 */
import { type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { sql } from 'kysely';
import { chanceFrom } from '../../src/cli/demo/chance.ts';
import { inventPerson } from '../../src/cli/demo/people.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { holdChainHead } from '../../src/server/audit/audit.repository.ts';
import { createAuditLog } from '../../src/server/audit/audit-log.ts';
import { type AuditRow, macOf } from '../../src/server/audit/chain.ts';
import { openStore, type StorePlace } from '../../src/server/db/connect.ts';
import type { Tx } from '../../src/server/db/transaction.ts';
import type { WrappedRecordKey } from '../../src/server/keys/envelope.ts';
import { findRecordKey } from '../../src/server/keys/record-keys.repository.ts';
import { unlockStore } from '../../src/server/keys/unlock.usecases.ts';
import { createOutbox } from '../../src/server/notifications/outbox.ts';
import { personIndexes } from '../../src/server/submissions/person-indexes.ts';
import { openColumn, sealColumn } from '../../src/server/submissions/sealed-columns.ts';
import type { SubmissionRow } from '../../src/server/submissions/submissions.repository.ts';
import { createSubmissions } from '../../src/server/submissions/submissions.usecases.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import { formVersion } from '../../src/steps/form-version.ts';
import { REFERENCE_BYTES, referenceFrom } from '../../src/submission/reference.ts';
import { type ClinicFolder, clinicFolder, type KnownPerson, sqliteIn } from './clinic-folder.ts';

const SAMPLES = 200;
/** What are more than so many come before them. */
const MOST_WHOLE = 110_000;
const PER_COMMIT = 200;
const FIVE_YEARS_MS = 5 * 365 * 86_400_000;
/** So many people the bench will look for. */
const KNOWN = 200;

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 're', 'si'];

/** As many surnames as a county has, and no phone number twice. */
const identityOf = (n: number) => {
  const [one, two, three] = [n, n / 13, n / 169].map((part) => syllables[Math.floor(part) % 13]);
  return {
    lastName: `Quill${one}${two}${three}`,
    phone: `(${200 + Math.floor(n / 10_000_000)}) ${200 + (Math.floor(n / 10_000) % 700)}-${String(n % 10_000).padStart(4, '0')}`,
    birthDate: new Date(Date.UTC(1950, 0, 1 + ((n * 7_919) % 18_000))).toISOString().slice(0, 10),
  };
};

const fill = async (
  folder: ClinicFolder,
  place: StorePlace,
  wanted: number,
): Promise<readonly KnownPerson[]> => {
  const store = await openStore(place);
  const vault = await unlockStore(store, folder);
  const { envelope, indexes } = vault;
  const audit = createAuditLog({
    key: vault.keyRing.auditChain,
    clinicId: vault.clinicId,
    clock: systemClock,
  });
  const chance = chanceFrom(20_261_128);
  const submissions = createSubmissions({
    store,
    vault,
    audit,
    clock: systemClock,
    settings: demoSettings,
    outbox: createOutbox({ clock: systemClock, channels: [], canEmailPatients: false }),
  });
  const now = new Date().toISOString();
  const places = demoSettings.locations.map(({ id }) => id);
  await Promise.all(
    Array.from({ length: SAMPLES }, async () => {
      const { language, answers } = inventPerson(chance, 'none', now, places);
      await submissions.receive({
        submissionId: randomUUID(),
        body: { formVersion, language, answers, trail: [] },
        verifier: undefined,
        requestId: randomUUID(),
        addressClass: 'public',
      });
    }),
  );

  const rows = await store.db().selectFrom('submissions').selectAll().execute();
  const samples = await Promise.all(
    rows.map(async (row) => {
      const wrapped = await findRecordKey(store.db(), row.id);
      if (wrapped === undefined) throw new Error('A sample has no key.');
      const key = envelope.unwrap(wrapped);
      const open = <C extends 'answers' | 'evaluation' | 'summary' | 'receipt'>(column: C) =>
        openColumn(envelope, key, column, row[column]);
      return {
        row,
        answers: open('answers'),
        evaluation: open('evaluation'),
        summary: open('summary'),
        receipt: open('receipt'),
      };
    }),
  );

  const begin = Date.now() - FIVE_YEARS_MS;
  const known: KnownPerson[] = [];
  const references = new Set<string>();
  const newReference = (): string => {
    const reference = referenceFrom(randomBytes(REFERENCE_BYTES));
    if (references.has(reference)) return newReference();
    references.add(reference);
    return reference;
  };
  const another = (n: number) => {
    const sample = samples[n % samples.length];
    if (sample === undefined) throw new Error('There is no sample.');
    const id = randomUUID();
    const reference = newReference();
    const identity = identityOf(n);
    const { key, wrapped } = envelope.newRecordKey(id);
    const { contact } = sample.summary;
    const at = begin + Math.floor((n / wanted) * FIVE_YEARS_MS);
    if (n % Math.ceil(wanted / KNOWN) === 0) known.push({ id, reference, ...identity });
    return {
      wrapped,
      row: {
        ...sample.row,
        id,
        // The last of them are opened again before a server starts.
        status: 'closed' as const,
        closed_at: at,
        received_at: at,
        updated_at: at,
        draft_id: null,
        reference_index: indexes.of('reference', reference),
        ...personIndexes(indexes, identity),
        answers: sealColumn(envelope, key, 'answers', sample.answers),
        evaluation: sealColumn(envelope, key, 'evaluation', sample.evaluation),
        summary: sealColumn(envelope, key, 'summary', {
          ...sample.summary,
          reference,
          level: 'none',
          contact: { ...contact, name: `Sam ${identity.lastName}`, phone: identity.phone },
        }),
        receipt: sealColumn(envelope, key, 'receipt', { ...sample.receipt, submissionId: id, reference }),
      },
    };
  };

  for (let from = 0; from < wanted - samples.length; from += PER_COMMIT) {
    const count = Math.min(PER_COMMIT, wanted - samples.length - from);
    const some = Array.from({ length: count }, (_, index) => another(from + index));
    await store.inTransaction((tx) => putAll(tx, vault.keyRing.auditChain, some));
  }
  await store.close();
  return known;
};

interface Filled {
  readonly row: SubmissionRow;
  readonly wrapped: WrappedRecordKey;
}

/** What the door writes of each form, of many in one statement a table. */
const putAll = async (tx: Tx, chainKey: KeyObject, some: readonly Filled[]): Promise<void> => {
  await tx
    .insertInto('submissions')
    .values(some.map(({ row }) => row))
    .execute();
  await tx
    .insertInto('case_times')
    .values(
      some.map(({ row: { id, received_at } }) => ({
        submission_id: id,
        received_at,
        first_read_at: null,
        decided_at: null,
      })),
    )
    .execute();
  await tx
    .insertInto('record_keys')
    .values(
      some.map(({ row, wrapped }) => ({
        record_id: wrapped.recordId,
        data_key_id: wrapped.dataKeyId,
        root_key_id: wrapped.rootKeyId,
        wrapped: wrapped.wrapped,
        created_at: row.received_at,
      })),
    )
    .execute();
  const head = await holdChainHead(tx);
  if (head === undefined) throw new Error('The samples left no row in the audit.');
  const audited: AuditRow[] = [];
  for (const { row } of some) {
    const before = audited.at(-1) ?? head;
    const unsealed = {
      ...received,
      seq: before.seq + 1,
      at: row.received_at,
      object_id: row.id,
      prev: before.mac,
    };
    audited.push({ ...unsealed, mac: macOf(chainKey, unsealed) });
  }
  await tx.insertInto('audit').values(audited).execute();
};

const received = {
  actor_kind: 'patient',
  actor_id: null,
  actor_roles: '',
  session_hash: null,
  location: null,
  action: 'submission.receive',
  object_type: 'submission',
  fields: '',
  outcome: 'done',
  reason: null,
  request_id: null,
  address_class: null,
  rules_version: null,
} as const;

/**
 * Older forms: closed, under ids, keys and indexes of their own, with their times. What is sealed in them is one block
 * in each column, another's: it does not open. Whole, and sealed one by one, a million would take 43 GB and hours.
 */
const addOlder = async (place: StorePlace, wanted: number): Promise<void> => {
  if (place.engine !== 'postgres') throw new Error('So many forms are made by PostgreSQL alone.');
  const store = await openStore(place);
  const count = async () => {
    const { rows } = await sql<{ forms: number; oldest: number }>`
      select count(*) as forms, min(received_at) as oldest from submissions`.execute(store.db());
    return rows[0] ?? { forms: 0, oldest: 0 };
  };
  for (let { forms, oldest } = await count(); forms < wanted; { forms, oldest } = await count()) {
    const many = Math.min(OLDER_PER_COMMIT, wanted - forms);
    await store.inTransaction(async (tx) => {
      await sql`
        insert into submissions (id, status, version, received_at, updated_at, closed_at, form_version, rules_version,
          body_index, reference_index, surname_index, birth_date_index, phone_index, answers, evaluation, summary, receipt)
        select id, 'closed', 1, at, at, at, 'older', 'older', md5(id || 'body'), md5(id || 'reference'),
          md5(id || 'surname'), md5(id || 'birth date'), md5(id || 'phone'), block, block, block, block
        from (select gen_random_uuid()::text as id, ${oldest}::bigint - n * ${MINUTE_MS}::bigint as at, block
          from generate_series(1, ${many}::bigint) as n, (select summary as block from submissions limit 1) as one) as older`.execute(
        tx,
      );
      await sql`
        insert into case_times (submission_id, received_at)
        select id, received_at from submissions where received_at < ${oldest}`.execute(tx);
      await sql`
        insert into record_keys (record_id, data_key_id, root_key_id, wrapped, created_at)
        select id, left(md5(id), 24), root_key_id, wrapped, received_at
        from submissions, (select root_key_id, wrapped from record_keys limit 1) as one
        where received_at < ${oldest}`.execute(tx);
    });
  }
  await sql`vacuum (analyze)`.execute(store.db());
  await store.close();
};

const OLDER_PER_COMMIT = 50_000;
const MINUTE_MS = 60_000;

const [path, wanted, url] = [argv[2], Number(argv[3]), argv[4]];
if (path === undefined || !(wanted > SAMPLES)) throw new Error('Name a folder and how many.');
const folder = clinicFolder(path);
const place: StorePlace = url === undefined ? sqliteIn(folder) : { engine: 'postgres', url };
const begun = performance.now();
if (!existsSync(folder.known)) {
  mkdirSync(path, { recursive: true });
  const known = await fill(folder, place, Math.min(wanted, MOST_WHOLE));
  if (wanted > MOST_WHOLE) await addOlder(place, wanted);
  writeFileSync(folder.known, JSON.stringify(known));
  console.log(`${wanted} forms in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
}
