import { expect, it } from 'vitest';
import type { Act } from '../../audit/act.ts';
import { createAuditLog } from '../../audit/audit-log.ts';
import { temporaryVault } from '../../keys/vault.fixture.ts';
import { openStore, openStoreLike } from '../connect.ts';
import { engines, temporaryPlace } from '../store.fixture.ts';

const before = [
  '0001-first-tables',
  '0002-second-factor',
  '0003-root-keys',
  '0004-erasures-and-counts',
  '0005-case-work',
  '0006-follow-ups',
  '0008-staff-fields',
];

const at = (clock: string) => new Date(`2026-11-20T${clock}:00Z`);
const staff = { kind: 'staff', userId: 'u1', roles: ['clinician'], sessionHash: 'h' } as const;
const on = (id: string, more: Pick<Act, 'action'> & Partial<Act>): Act => ({
  actor: staff,
  object: { type: 'submission', id },
  ...more,
});

/**
 * What the audit of a clinic holds of three cases: one read and decided, one only exported, one untouched. A name that
 * was shown is no reading; of decisions the first counts, though it was undone.
 */
const acts: readonly (readonly [string, Act])[] = [
  ['09:05', on('both', { action: 'submission.read', outcome: 'refused', reason: 'not-found' })],
  ['09:10', on('both', { action: 'submission.read', fields: ['name'], reason: 'same-person' })],
  ['09:30', on('both', { action: 'submission.read' })],
  ['09:40', on('both', { action: 'submission.read', fields: ['work'] })],
  ['10:15', on('both', { action: 'case.decide', fields: ['decision'] })],
  ['10:20', on('both', { action: 'case.undo', fields: ['decision'] })],
  ['10:25', on('both', { action: 'case.decide', fields: ['decision'] })],
  ['11:00', on('neither', { action: 'submission.export', fields: ['pdf'] })],
  ['11:10', { actor: staff, object: { type: 'safety-alert', id: 'neither' }, action: 'submission.read' }],
];

const caseOf = (id: string, receivedAt: Date) => ({
  id,
  status: 'new',
  version: 1,
  received_at: receivedAt.getTime(),
  updated_at: receivedAt.getTime(),
  on_hold: 0,
  form_version: '1',
  rules_version: '1',
  body_index: id,
  reference_index: id,
  answers: new Uint8Array(),
  evaluation: new Uint8Array(),
  summary: new Uint8Array(),
  receipt: new Uint8Array(),
});

it.each(engines)(
  'a clinic of before the figures finds in its audit when each case was first read and decided, on %s',
  async (engine) => {
    const place = await temporaryPlace(engine);
    const vault = temporaryVault();
    const old = await openStoreLike(place, before);
    await old.inTransaction(async (tx) => {
      for (const id of ['both', 'neither', 'untouched'])
        await tx
          .insertInto('submissions')
          .values(caseOf(id, at('09:00')) as never)
          .execute();
      for (const [clock, act] of acts) {
        const log = createAuditLog({
          key: vault.keyRing.auditChain,
          clinicId: vault.clinicId,
          clock: { now: () => at(clock) },
        });
        await log.append(tx, act);
      }
    });
    await old.close();

    const store = await openStore(place);
    const times = await store.db().selectFrom('case_times').selectAll().orderBy('submission_id').execute();
    await store.close();
    const nothing = { received_at: at('09:00').getTime(), first_read_at: null, decided_at: null };
    expect(times).toEqual([
      {
        submission_id: 'both',
        received_at: at('09:00').getTime(),
        first_read_at: at('09:30').getTime(),
        decided_at: at('10:15').getTime(),
      },
      { submission_id: 'neither', ...nothing },
      { submission_id: 'untouched', ...nothing },
    ]);
  },
);
