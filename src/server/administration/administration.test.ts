import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import type { Settings } from '../../settings/settings.ts';
import { auditPage, notices, retention, settingsInForce } from '../../submission/administration-wire.ts';
import type { Engine } from '../db/engine.ts';
import { engines } from '../db/store.fixture.ts';
import { firstAdministrator, sameOrigin, signedInAdministrator, testServer } from '../server.fixture.ts';
import { send } from '../submissions/form.fixture.ts';
import { clinicInForce, serverInForce } from './in-force.ts';
import { purgeableFrom } from './retention.ts';

vi.setConfig({ testTimeout: 30_000 });

const withAdministrator = async (
  options: { readonly engine?: Engine; readonly settings?: Settings } = {},
) => {
  const test = await testServer(options);
  const headers = { ...(await signedInAdministrator(test)) };
  const get = (path: string) => test.app.inject({ url: `/api/staff/${path}`, headers });
  const post = (path: string) => test.app.inject({ method: 'POST', url: `/api/staff/${path}`, headers });
  const audit = async (query = '') => auditPage.parse((await get(`audit?${query}`)).json());
  return { test, headers, get, post, audit };
};

describe.each(engines)('an administrator reads the audit, on %s', (engine) => {
  it('newest first, by person, act, object and day, with names of staff and no patient', async () => {
    const { test, audit } = await withAdministrator({ engine });
    const id = randomUUID();
    await send(test.app, undefined, { id });
    const all = await audit();
    expect(all.entries.map(({ seq }) => seq)).toEqual(
      all.entries.map(({ seq }) => seq).sort((a, b) => b - a),
    );
    expect(all.entries[0]).toMatchObject({
      action: 'submission.receive',
      actor: { kind: 'patient', name: null },
    });
    expect(all.accounts).toMatchObject([{ name: firstAdministrator.name }]);
    expect(all.actions).toContain('session.start');
    expect(JSON.stringify(all)).not.toContain('Quillfeather');
    const [account] = all.accounts;
    const own = await audit(`actor=${account?.id}`);
    expect(own.entries.length).toBeGreaterThan(0);
    expect(own.entries.every(({ actor }) => actor.name === firstAdministrator.name)).toBe(true);
    expect((await audit(`object=${id}`)).entries.map(({ action }) => action)).toEqual(['submission.receive']);
    expect((await audit('action=audit.read')).entries).toMatchObject([
      { fields: ['object'] },
      { fields: ['actor'] },
      { fields: [] },
    ]);
    expect((await audit('actor=patient')).entries).toHaveLength(1);
    expect((await audit('to=2026-11-21')).entries).toEqual([]);
    expect((await audit('from=2026-11-22&to=2026-11-22')).entries.length).toBeGreaterThan(3);
  });

  it('page by page, without a gap', async () => {
    const { test, audit } = await withAdministrator({ engine });
    await test.deps.store.inTransaction(async (tx) => {
      for (let at = 0; at < 120; at += 1)
        await test.deps.audit.append(tx, { actor: { kind: 'system' }, action: 'server.start' });
    });
    const first = await audit('action=server.start');
    expect(first.entries).toHaveLength(100);
    const second = await audit(`action=server.start&before=${first.next}`);
    expect(second.next).toBeNull();
    const seqs = [...first.entries, ...second.entries].map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(120);
  });

  it('and has it verified; a changed row is named', async () => {
    const { test, post } = await withAdministrator({ engine });
    expect((await post('audit/verify')).json()).toMatchObject({ sound: true, kind: null, checkpoints: 0 });
    const forged = await test.deps.store.inTransaction(async (tx) => {
      const row = await tx
        .selectFrom('audit')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      const seq = Number(row.seq) + 1;
      await tx
        .insertInto('audit')
        .values({ ...row, seq, action: 'made-up' })
        .execute();
      return seq;
    });
    const verdict = (await post('audit/verify')).json();
    expect(verdict).toMatchObject({ sound: false });
    expect(verdict.row).toBe(forged);
  });
});

describe.each(engines)('the notices of the clinic, on %s', (engine) => {
  it('are listed with their state; one that was given up is sent again, and only such a one', async () => {
    const { test, get, post, audit } = await withAdministrator({ engine });
    await send(test.app);
    const list = async (query = '') => notices.parse((await get(`notifications?${query}`)).json());
    const [waiting] = (await list()).notices;
    expect(waiting).toMatchObject({
      kind: 'submission-received',
      channel: 'email',
      status: 'waiting',
      attempts: 0,
    });
    expect((await post(`notifications/${waiting?.id}/send-again`)).statusCode).toBe(409);
    await test.deps.store.inTransaction((tx) =>
      tx.updateTable('outbox').set({ status: 'dead', attempts: 20, last_problem: 'timeout' }).execute(),
    );
    expect(await list('state=dead')).toMatchObject({
      counts: { dead: 1, waiting: 0, sent: 0, leased: 0 },
      notices: [{ status: 'dead', attempts: 20, problem: 'timeout' }],
    });
    expect((await post(`notifications/${waiting?.id}/send-again`)).statusCode).toBe(204);
    expect(await list()).toMatchObject({ notices: [{ status: 'waiting', attempts: 0, problem: 'timeout' }] });
    expect((await audit('action=notification.resend')).entries).toMatchObject([
      { object: { type: 'notification', id: waiting?.id } },
    ]);
    expect((await post(`notifications/${randomUUID()}/send-again`)).statusCode).toBe(404);
  });

  it('are listed page by page', async () => {
    const { test, get } = await withAdministrator({ engine });
    await test.deps.store.inTransaction(async (tx) => {
      for (let at = 0; at < 60; at += 1)
        await test.deps.outbox.enqueue(tx, { kind: 'submission-received', refId: randomUUID() });
    });
    const first = notices.parse((await get('notifications')).json());
    const second = notices.parse((await get(`notifications?before=${first.next}`)).json());
    expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(60);
    expect(second.next).toBeNull();
  });
});

it('the settings in force stand with their path; secrets do not stand at all', async () => {
  const settings: Settings = {
    ...demoSettings,
    safety: { ...demoSettings.safety, webhookUrl: 'https://hooks.example/secret-token' },
  };
  const { get } = await withAdministrator({ settings });
  const reply = await get('settings');
  const { clinic } = settingsInForce.parse(reply.json());
  const byPath = new Map(clinic.map(({ path, value }) => [path, value]));
  expect(byPath.get('name')).toBe(demoSettings.name);
  expect(byPath.get('hours.sat')).toBe('closed');
  expect(byPath.get('thresholds.trialWeeks')).toBe('6');
  expect(byPath.get('safety.webhookUrl')).toBe('https://hooks.example/…');
  expect(reply.body).not.toContain('secret-token');
  expect(clinicInForce(settings).length).toBe(clinic.length);
});

it('of what the server was started with, no secret is shown', () => {
  const facts = serverInForce({
    port: 8080,
    host: 'localhost',
    dataDir: '/d',
    keysDir: '/k',
    auditDir: '/a',
    backupDir: '/b',
    clinicFile: undefined,
    publicUrl: new URL('https://clinic.example'),
    trustedProxies: [],
    store: { engine: 'postgres', url: 'postgres://me:hunter2@db/prelude' },
    mail: { smtpUrl: 'smtp://me:hunter2@mail.example', from: 'clinic@clinic.example' },
    webhookSecret: 'whsec_hunter2',
    provider: undefined,
    logLevel: 'info',
  });
  expect(JSON.stringify(facts)).not.toContain('hunter2');
  expect(facts).toContainEqual({ path: 'WEBHOOK_SECRET', value: 'set (not shown)' });
});

describe.each(engines)('what is kept and until when, on %s', (engine) => {
  it('is counted, without opening a case', async () => {
    const { test, get } = await withAdministrator({
      engine,
      settings: { ...demoSettings, retention: { draftDays: 14, submissionYears: 7 } },
    });
    for (let at = 0; at < 4; at += 1) await send(test.app);
    await test.deps.store.inTransaction(async (tx) => {
      const ids = (await tx.selectFrom('submissions').select('id').execute()).map(({ id }) => id);
      const close = (id: string | undefined, change: object) =>
        tx
          .updateTable('submissions')
          .set({ status: 'closed', ...change })
          .where('id', '=', id ?? '')
          .execute();
      await close(ids[0], { closed_at: Date.UTC(2026, 0, 15) });
      await close(ids[1], { closed_at: Date.UTC(2015, 0, 15) });
      await close(ids[2], { closed_at: Date.UTC(2015, 0, 15), on_hold: 1 });
    });
    const kept = retention.parse((await get('retention')).json());
    expect(kept.drafts).toEqual({ days: 14, many: 0, nextAt: null });
    expect(kept.cases).toEqual({
      years: 7,
      many: 4,
      open: 1,
      onHold: 1,
      due: [
        { month: 'now', many: 1 },
        { month: '2033-01', many: 1 },
      ],
    });
    expect(kept.auditRows).toBeGreaterThan(4);
  });
});

it.each([
  [{ status: 'claimed', closed_at: null, on_hold: 0 }, undefined],
  [{ status: 'closed', closed_at: Date.UTC(2026, 1, 1), on_hold: 0 }, Date.UTC(2033, 1, 1)],
  [{ status: 'closed', closed_at: Date.UTC(2026, 1, 1), on_hold: 1 }, undefined],
])('a case %j may be purged from %s', (kept, from) => {
  expect(purgeableFrom(kept, 7)).toBe(from);
  expect(purgeableFrom(kept, undefined)).toBeUndefined();
});

it.each([
  ['GET', 'audit'],
  ['POST', 'audit/verify'],
  ['GET', 'notifications'],
  ['GET', 'settings'],
  ['GET', 'retention'],
] as const)('%s %s is the administrator’s alone', async (method, path) => {
  const { test, headers } = await withAdministrator();
  const url = `/api/staff/${path}`;
  expect((await test.app.inject({ method, url, headers: sameOrigin })).statusCode).toBe(401);
  await test.deps.store.inTransaction((tx) =>
    tx.updateTable('users').set({ roles: 'clinician frontDesk' }).execute(),
  );
  expect((await test.app.inject({ method, url, headers })).statusCode).toBe(403);
});
