import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { type Fault, type FaultyDisk, faultyDisk } from '../db/faults.fixture.ts';
import { engines, temporaryStore } from '../db/store.fixture.ts';
import { sameOrigin, type TestServer, testServer } from '../server.fixture.ts';
import { formOf, newDraftAccess, plainAnswers, send } from './form.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A person with a saved draft who sends their form under an id. */
interface Person extends ReturnType<typeof newDraftAccess> {
  readonly id: string;
}

const saveDraft = async ({ app }: TestServer): Promise<Person> => {
  const person = { id: randomUUID(), ...newDraftAccess() };
  const saved = await app.inject({
    method: 'PUT',
    url: `/api/drafts/${person.draftId}`,
    headers: { ...sameOrigin, authorization: `Draft ${person.verifier}`, 'if-none-match': '*' },
    payload: { ciphertext: 'AAAA' },
  });
  expect(saved.statusCode).toBe(200);
  return person;
};

// Each from another address, so that no limit is what refuses.
let people = 0;
const sendOf = ({ app }: TestServer, { id, draftId, verifier }: Person) => {
  people += 1;
  return send(app, formOf(plainAnswers, { draftId }), {
    id,
    verifier,
    from: `10.1.${people >> 8}.${people & 255}`,
  });
};

/** How many rows of each kind there are of this person. Whole is one of each and no draft; none is a draft alone. */
const rowsOf = async ({ deps: { store } }: TestServer, { id, draftId }: Person) => {
  const count = async (
    table: 'submissions' | 'record_keys' | 'outbox' | 'drafts' | 'audit',
    where: object,
  ) => {
    const conditions = Object.entries(where).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    const { rows } = await sql<{ many: number }>`select count(*) as many from ${sql.table(table)}
      where ${sql.join(conditions, sql` and `)}`.execute(store.db());
    return Number(rows[0]?.many);
  };
  return {
    submission: await count('submissions', { id }),
    key: await count('record_keys', { record_id: id }),
    message: await count('outbox', { ref_id: id }),
    audit: await count('audit', { object_id: id, action: 'submission.receive' }),
    draft: await count('drafts', { id: draftId }),
  };
};
const whole = { submission: 1, key: 1, message: 1, audit: 1, draft: 0 };
const nothing = { submission: 0, key: 0, message: 0, audit: 0, draft: 1 };

const house = async (engine: (typeof engines)[number]) => {
  const disk = faultyDisk(engine);
  const store = await temporaryStore(engine, { through: disk.through });
  return { disk, test: await testServer({ store }) };
};

/** Statements of one sending that goes well. */
const stepsOfSending = async (test: TestServer, disk: FaultyDisk): Promise<number> => {
  const person = await saveDraft(test);
  disk.arm();
  expect((await sendOf(test, person)).statusCode).toBe(201);
  return disk.steps();
};

describe.each(engines)('a form that is sent on %s', (engine) => {
  it('is kept whole or not at all, whichever statement the disk fails at, and is there once after the second try', async () => {
    const { disk, test } = await house(engine);
    const steps = await stepsOfSending(test, disk);
    expect(steps).toBeGreaterThan(10);
    const seen = { whole: 0, nothing: 0 };
    for (let step = 1; step <= steps; step += 1) {
      for (const when of ['before', 'after'] as const satisfies readonly Fault['when'][]) {
        const person = await saveDraft(test);
        disk.arm({ step, when });
        const first = await sendOf(test, person);
        disk.arm();
        expect([503, 201], `${when} ${step}`).toContain(first.statusCode);
        if (first.statusCode === 503) expect(first.headers['retry-after']).toBe('60');
        const rows = await rowsOf(test, person);
        expect([whole, nothing], `${when} ${step}`).toContainEqual(rows);
        if (first.statusCode === 201) expect(rows).toEqual(whole);
        seen[rows.submission === 1 ? 'whole' : 'nothing'] += 1;
        const second = await sendOf(test, person);
        expect(second.statusCode).toBe(rows.submission === 1 ? 200 : 201);
        expect(await rowsOf(test, person)).toEqual(whole);
      }
    }
    // The one that was written although its answer was lost: the fault after the commit.
    expect(seen.whole).toBeGreaterThanOrEqual(1);
    process.stdout.write(`${engine}: a fault at each of ${steps} steps, before and after: 0 lost, 0 half\n`);
  });

  it('shares its commit with others, and a fault at any statement of it makes none of them half', async () => {
    const { disk, test } = await house(engine);
    const three = () => Promise.all([saveDraft(test), saveDraft(test), saveDraft(test)]);
    disk.arm();
    await Promise.all((await three()).map((person) => sendOf(test, person)));
    const steps = disk.steps();
    for (let step = 1; step <= steps; step += 6) {
      const together = await three();
      disk.arm({ step, when: 'before' });
      const replies = await Promise.all(together.map((person) => sendOf(test, person)));
      disk.arm();
      for (const [index, person] of together.entries()) {
        const rows = await rowsOf(test, person);
        expect([whole, nothing], `${step}`).toContainEqual(rows);
        if (replies[index]?.statusCode === 201) expect(rows).toEqual(whole);
        else expect(replies[index]?.statusCode).toBe(503);
      }
    }
  });
});

it('a form is kept whole or not at all, whichever page of SQLite finds the disk full', async () => {
  const test = await testServer();
  const { store } = test.deps;
  const pages = async () =>
    (await sql<{ page_count: number }>`pragma page_count`.execute(store.db())).rows[0]?.page_count ?? 0;
  const room = (most: number) => sql.raw(`pragma max_page_count = ${most}`).execute(store.db());
  let refused = 0;
  for (let extra = 0; extra < 10; extra += 1) {
    const together = await Promise.all([saveDraft(test), saveDraft(test), saveDraft(test)]);
    await room((await pages()) + extra);
    const replies = await Promise.all(together.map((person) => sendOf(test, person)));
    for (const [index, person] of together.entries()) {
      const rows = await rowsOf(test, person);
      const status = replies[index]?.statusCode;
      expect([201, 503]).toContain(status);
      expect(rows, `${extra}`).toEqual(status === 201 ? whole : nothing);
      if (status === 503) refused += 1;
    }
    await room(1_000_000);
    await store.health.recover(async () => undefined);
    for (const person of together) {
      expect([200, 201]).toContain((await sendOf(test, person)).statusCode);
      expect(await rowsOf(test, person)).toEqual(whole);
    }
  }
  expect(refused).toBeGreaterThan(5);
});
