import { nextDay } from '../../lib/dates.ts';
import { startOfDay } from '../../lib/local-time.ts';
import {
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
  type AuditVerdict,
  type Notice,
  type Notices,
  type NoticesQuery,
  notificationStates,
  type Retention,
  type SettingsInForce,
} from '../../submission/administration-wire.ts';
import type { Act } from '../audit/act.ts';
import { readChain } from '../audit/audit.repository.ts';
import { countAuditRows, findAuditRows, listActions } from '../audit/audit-reading.repository.ts';
import type { AuditRow } from '../audit/chain.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { conflict, notFound } from '../edge/problem.ts';
import { countByStatus, isThereNotice, listNotices, sendAgain } from '../notifications/notices.repository.ts';
import type { OutboxRow } from '../notifications/outbox.repository.ts';
import { listUsers } from '../sign-in/sign-in.repository.ts';
import { readProfile } from '../sign-in/users.ts';
import { clinicInForce } from './in-force.ts';
import { countDrafts, listKept } from './retention.repository.ts';
import { casesKept } from './retention.ts';

/** What the audit says of whoever administers. */
type By = Pick<Act, 'actor' | 'requestId' | 'addressClass'>;

export interface Administration {
  audit(by: By, query: AuditQuery): Promise<AuditPage>;
  verify(by: By): Promise<AuditVerdict>;
  notices(by: By, query: NoticesQuery): Promise<Notices>;
  /** Sends one again that was given up. */
  resend(by: By, id: string): Promise<void>;
  settings(by: By): Promise<SettingsInForce>;
  retention(by: By): Promise<Retention>;
}

const ROWS_PER_PAGE = 100;
const NOTICES_PER_PAGE = 50;

export const createAdministration = (
  needs: Pick<
    Dependencies,
    'store' | 'vault' | 'audit' | 'clock' | 'settings' | 'demonstration' | 'sealsOfAudit' | 'startedWith'
  >,
): Administration => {
  const { store, vault, audit, clock, settings } = needs;

  const accountsIn = async (tx: Tx): Promise<AuditPage['accounts']> => {
    const accounts = [];
    for (const user of await listUsers(tx))
      accounts.push({ id: user.id, name: (await readProfile(tx, vault, user)).name });
    return accounts;
  };

  return {
    audit: (by, query) =>
      store.inTransaction(async (tx) => {
        const { timeZone } = settings;
        const rows = await findAuditRows(
          tx,
          {
            actor: actorIn(query.actor),
            action: query.action,
            objectId: query.object,
            from: query.from === undefined ? undefined : startOfDay(query.from, timeZone).getTime(),
            until: query.to === undefined ? undefined : startOfDay(nextDay(query.to), timeZone).getTime(),
            beforeSeq: query.before,
          },
          ROWS_PER_PAGE,
        );
        const accounts = await accountsIn(tx);
        const names = new Map(accounts.map(({ id, name }) => [id, name]));
        const page = {
          entries: rows.map((row) => entryOf(row, names)),
          next: rows.length < ROWS_PER_PAGE ? null : (rows.at(-1)?.seq ?? null),
          accounts,
          actions: [...(await listActions(tx))],
        };
        await audit.append(tx, { ...by, action: 'audit.read', fields: filtersIn(query) });
        return page;
      }),

    verify: async (by) => {
      await store.inTransaction((tx) => audit.append(tx, { ...by, action: 'audit.verify' }));
      const { checkpoints, unreadable } = needs.sealsOfAudit();
      const verdict = await verifyAudit({
        key: vault.keyRing.auditChain,
        clinicId: vault.clinicId,
        rows: () => readChain(store.db),
        checkpoints,
      });
      return {
        sound: verdict.sound,
        row: verdict.sound ? verdict.rows : verdict.seq,
        kind: verdict.sound ? null : verdict.kind,
        notSealedYet: verdict.sound ? verdict.notSealedYet : 0,
        checkpoints: checkpoints.length,
        unreadable: unreadable.length,
      };
    },

    notices: (by, { state, before }) =>
      store.inTransaction(async (tx) => {
        const counts = await countByStatus(tx);
        const rows = await listNotices(tx, { state, before, most: NOTICES_PER_PAGE });
        await audit.append(tx, { ...by, action: 'notification.read' });
        return {
          counts: Object.fromEntries(
            notificationStates.map((one) => [one, counts.get(one) ?? 0]),
          ) as Notices['counts'],
          notices: rows.map(noticeOf),
          next: rows.length < NOTICES_PER_PAGE ? null : (rows.at(-1)?.id ?? null),
        };
      }),

    resend: (by, id) =>
      store.inTransaction(async (tx) => {
        if (!(await sendAgain(tx, id, clock.now().getTime()))) {
          if (!(await isThereNotice(tx, id))) throw notFound();
          throw conflict(
            'not-given-up',
            'This notice was sent, or is still being tried. Load the list again.',
          );
        }
        await audit.append(tx, {
          ...by,
          action: 'notification.resend',
          object: { type: 'notification', id },
        });
      }),

    settings: async (by) => {
      await store.inTransaction((tx) => audit.append(tx, { ...by, action: 'settings.read' }));
      const { demonstration } = needs;
      return { demonstration, clinic: clinicInForce(settings), server: [...needs.startedWith] };
    },

    retention: (by) =>
      store.inTransaction(async (tx) => {
        const drafts = await countDrafts(tx);
        const kept = await listKept(tx);
        const auditRows = await countAuditRows(tx);
        await audit.append(tx, { ...by, action: 'settings.read', fields: ['retention'] });
        return {
          drafts: {
            days: settings.retention.draftDays,
            many: drafts.many,
            nextAt: drafts.next === null ? null : new Date(drafts.next).toISOString(),
          },
          cases: casesKept(kept, settings, clock.now()),
          auditRows,
        };
      }),
  };
};

const kinds = new Set(['patient', 'visitor', 'system', 'command-line']);

const actorIn = (actor: string | undefined) => {
  if (actor === undefined) return undefined;
  return kinds.has(actor) ? { kind: actor } : { id: actor };
};

/** Which filters were set, never what to: an id that was looked for says who was looked for. */
const filtersIn = ({ before: _, ...filters }: AuditQuery): readonly string[] =>
  Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [name]));

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

const entryOf = (row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry => ({
  seq: row.seq,
  at: new Date(row.at).toISOString(),
  actor: {
    kind: row.actor_kind,
    id: row.actor_id,
    name: (row.actor_id && names.get(row.actor_id)) ?? null,
    roles: words(row.actor_roles),
  },
  action: row.action,
  object:
    row.object_type === null || row.object_id === null ? null : { type: row.object_type, id: row.object_id },
  fields: words(row.fields),
  outcome: row.outcome,
  reason: row.reason,
  location: row.location,
  from: row.address_class,
});

const noticeOf = (row: OutboxRow): Notice => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  status: row.status,
  attempts: row.attempts,
  createdAt: new Date(row.created_at).toISOString(),
  dueAt: new Date(row.due_at).toISOString(),
  doneAt: row.done_at === null ? null : new Date(row.done_at).toISOString(),
  problem: row.last_problem,
});
