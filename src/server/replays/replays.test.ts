import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { linesOfCase, newTally } from '../../cli/replay/words.ts';
import type { ClinicRules } from '../../settings/clinic-rules.ts';
import { demoSettings } from '../../settings/demo.ts';
import { summary } from '../../submission/staff-wire.ts';
import { receipt } from '../../submission/wire.ts';
import { engines } from '../db/store.fixture.ts';
import { reviewRoutes } from '../reviews/reviews.routes.ts';
import { signedInAdministrator, testServer } from '../server.fixture.ts';
import { signInRoutes } from '../sign-in/sign-in.routes.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';
import { submissionRoutes } from '../submissions/submissions.routes.ts';
import { replayRoutes } from './replays.routes.ts';
import { createReplays, replayOf, rulesOfToday } from './replays.usecases.ts';

vi.setConfig({ testTimeout: 30_000 });

const modules = [signInRoutes, submissionRoutes, reviewRoutes, replayRoutes];
const clinicRules: ClinicRules = {
  version: '3',
  approvedBy: 'Dr. Ana Reyes',
  approvedOn: '2026-11-20',
  raise: [],
  add: [
    {
      id: 'CLINIC-SEIZURE',
      severity: 'review',
      finds: 'A seizure, ever.',
      clinician: 'Seizure: neurology first.',
      source: 'Local protocol, page 4',
      unknown: 'flag',
      when: { key: 'seizure', is: ['yes'] },
    },
  ],
};
const replayUrl = (id: string) => `/api/staff/submissions/${id}/replay`;

describe.each(engines)('a case evaluated again on %s', (engine) => {
  it('gives the same under the rules of its day, shows whose rule a flag is, and is audited', async () => {
    const test = await testServer({ engine, modules, settings: { ...demoSettings, clinicRules } });
    const headers = await signedInAdministrator(test);
    const id = randomUUID();
    await send(test.app, formOf({ ...plainAnswers, seizure: 'yes' }), { id });
    const opened = await test.app.inject({ url: `/api/staff/submissions/${id}`, headers });
    const flag = summary.parse(opened.json()).flags.find((one) => one.id === 'CLINIC-SEIZURE');
    expect(flag?.clinicsOwn).toBe(
      'Clinic’s own rule, approved by Dr. Ana Reyes on 2026-11-20 (version 3). Why: Local protocol, page 4',
    );
    const reply = await test.app.inject({ method: 'POST', url: replayUrl(id), headers });
    expect(reply.statusCode).toBe(200);
    const packs = {
      rules: '2026-11-28',
      clinic: { version: '3', approvedBy: 'Dr. Ana Reyes', approvedOn: '2026-11-20' },
    };
    expect(reply.json()).toEqual({
      stored: { packs, outcome: 'identical', differences: [] },
      today: { packs, differences: [] },
    });
    const audited = await test.deps.store
      .db()
      .selectFrom('audit')
      .select(['action', 'object_id', 'outcome'])
      .where('action', '=', 'submission.replay')
      .execute();
    expect(audited).toEqual([{ action: 'submission.replay', object_id: id, outcome: 'done' }]);
  });

  it('that is not there is not found, and the asking stands in the audit', async () => {
    const test = await testServer({ engine, modules });
    const headers = await signedInAdministrator(test);
    const reply = await test.app.inject({ method: 'POST', url: replayUrl(randomUUID()), headers });
    expect(reply.statusCode).toBe(404);
    const [row] = await test.deps.store
      .db()
      .selectFrom('audit')
      .select(['outcome', 'reason'])
      .where('action', '=', 'submission.replay')
      .execute();
    expect(row).toEqual({ outcome: 'refused', reason: 'not-found' });
  });

  it('under a clinic’s new rules shows what they would say differently, one by one and over all', async () => {
    const test = await testServer({ engine, modules });
    const ids = [];
    for (const seizure of ['yes', 'no', 'unsure']) {
      const id = randomUUID();
      ids.push(id);
      await send(test.app, formOf({ ...plainAnswers, seizure }), { id });
    }
    const [withSeizure = ''] = ids;
    const replays = createReplays(test.deps);
    const other = rulesOfToday({ ...demoSettings, clinicRules });
    const act = { actor: { kind: 'command-line' } } as const;
    const found = await replays.find({ id: withSeizure }, act);
    if (found.kind === 'notFound') throw new Error('not found');
    const one = replayOf(found.open(), other);
    expect(linesOfCase(one, 'new rules')).toEqual([
      `${one.reference}, screened under rules 2026-11-28`,
      'Under the rules of its day: identical.',
      'Under new rules: 1 difference.',
      '  CLINIC-SEIZURE: not there → present, SPRAVATO not shown, IV ketamine review',
    ]);
    const tally = newTally('new rules');
    for await (const page of replays.all(act))
      for (const each of page)
        tally.add(each.id, each.kind === 'opened' ? replayOf(each.frozen, other) : undefined);
    expect(tally.isSound()).toBe(true);
    expect(tally.lines().slice(0, 3)).toEqual([
      '3 submissions.',
      'Under the rules of their day: 3 identical, 0 not.',
      'Under new rules: 0 the same, 3 different.',
    ]);
  });

  it('whose key is gone is counted, named, and hides no other', async () => {
    const test = await testServer({ engine, modules });
    const id = randomUUID();
    await send(test.app, formOf(), { id });
    await send(test.app, formOf());
    await test.deps.store.db().deleteFrom('record_keys').where('record_id', '=', id).execute();
    const tally = newTally('today’s rules');
    const other = rulesOfToday(demoSettings);
    for await (const page of createReplays(test.deps).all({ actor: { kind: 'command-line' } }))
      for (const each of page)
        tally.add(each.id, each.kind === 'opened' ? replayOf(each.frozen, other) : undefined);
    expect(tally.isSound()).toBe(false);
    expect(tally.lines()).toEqual([
      '2 submissions.',
      'Under the rules of their day: 1 identical, 1 not.',
      `  ${id}: cannot be opened: its key is missing, or its data was damaged`,
      'Under today’s rules: 1 the same, 0 different.',
    ]);
  });

  it('is found by the reference that the patient reads out', async () => {
    const test = await testServer({ engine, modules });
    const { reference } = receipt.parse((await send(test.app)).json());
    const found = await createReplays(test.deps).find({ reference }, { actor: { kind: 'command-line' } });
    expect(found.kind).toBe('found');
  });
});
