/**
 * A program: fills a clinic's folder with so many forms, received over five years. Some hundred come through the door
 * that patients use; the others are made of them, each sealed under a key of its own, under its own name, with its
 * own row of the audit. A folder that has them already is left as it is.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { chanceFrom } from '../../src/cli/demo/chance.ts';
import { inventPerson } from '../../src/cli/demo/people.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createAuditLog } from '../../src/server/audit/audit-log.ts';
import { openStore, type StorePlace } from '../../src/server/db/connect.ts';
import { findRecordKey, insertRecordKey } from '../../src/server/keys/record-keys.repository.ts';
import { unlockStore } from '../../src/server/keys/unlock.usecases.ts';
import { createOutbox } from '../../src/server/notifications/outbox.ts';
import { personIndexes } from '../../src/server/submissions/person-indexes.ts';
import { openColumn, sealColumn } from '../../src/server/submissions/sealed-columns.ts';
import { insertSubmission } from '../../src/server/submissions/submissions.repository.ts';
import { createSubmissions } from '../../src/server/submissions/submissions.usecases.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import { formVersion } from '../../src/steps/form-version.ts';
import { REFERENCE_BYTES, referenceFrom } from '../../src/submission/reference.ts';
import { type ClinicFolder, clinicFolder, type KnownPerson, sqliteIn } from './clinic-folder.ts';

const SAMPLES = 200;
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
    await store.inTransaction(async (tx) => {
      for (const { row, wrapped } of some) {
        await insertSubmission(tx, row);
        await insertRecordKey(tx, wrapped, row.received_at);
        await audit.append(tx, {
          actor: { kind: 'patient' },
          action: 'submission.receive',
          object: { type: 'submission', id: row.id },
        });
      }
    });
  }
  await store.close();
  return known;
};

const [path, wanted, url] = [argv[2], Number(argv[3]), argv[4]];
if (path === undefined || !(wanted > SAMPLES)) throw new Error('Name a folder and how many.');
const folder = clinicFolder(path);
if (!existsSync(folder.known)) {
  mkdirSync(path, { recursive: true });
  const begun = performance.now();
  const place: StorePlace = url === undefined ? sqliteIn(folder) : { engine: 'postgres', url };
  const known = await fill(folder, place, wanted);
  writeFileSync(folder.known, JSON.stringify(known));
  console.log(`${wanted} forms in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
}
