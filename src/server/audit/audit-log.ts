import type { KeyObject } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';
import type { Tx } from '../db/transaction.ts';
import type { Act, Actor } from './act.ts';
import { holdChainHead, insertAuditRow } from './audit.repository.ts';
import { genesisOf, macOf, type UnsealedRow } from './chain.ts';

export interface AuditLog {
  /** Records the act in the transaction of the act. If it cannot be recorded, the act does not happen. */
  append(tx: Tx, act: Act): Promise<void>;
}

export const createAuditLog = (needs: {
  readonly key: KeyObject;
  readonly clinicId: string;
  readonly clock: Clock;
}): AuditLog => {
  const genesis = genesisOf(needs.key, needs.clinicId);
  return {
    append: async (tx, act) => {
      const head = await holdChainHead(tx);
      const row: UnsealedRow = {
        ...rowOf(act),
        seq: (head?.seq ?? 0) + 1,
        at: needs.clock.now().getTime(),
        prev: head?.mac ?? genesis,
      };
      await insertAuditRow(tx, { ...row, mac: macOf(needs.key, row) });
    },
  };
};

const rowOf = (act: Act): Omit<UnsealedRow, 'seq' | 'at' | 'prev'> => ({
  ...actorColumns(act.actor),
  location: act.location ?? null,
  action: act.action,
  object_type: act.object?.type ?? null,
  object_id: act.object?.id ?? null,
  fields: (act.fields ?? []).join(' '),
  outcome: act.outcome ?? 'done',
  reason: act.reason ?? null,
  request_id: act.requestId ?? null,
  address_class: act.addressClass ?? null,
  rules_version: act.rulesVersion ?? null,
});

const actorColumns = (actor: Actor) => ({
  actor_kind: actor.kind,
  actor_id: 'userId' in actor ? (actor.userId ?? null) : null,
  actor_roles: actor.kind === 'staff' ? actor.roles.join(' ') : '',
  session_hash: actor.kind === 'staff' ? actor.sessionHash : null,
});
