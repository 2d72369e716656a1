import { randomUUID } from 'node:crypto';
import type { ReviewState } from '../../machines/review-states.ts';
import type { CaseWork } from '../../submission/case-work-wire.ts';
import type { Act } from '../audit/act.ts';
import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { changedMeanwhile, notFound } from '../edge/problem.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { moveCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { openAlert, sealAlert } from '../safety-alerts/alert-content.ts';
import {
  type AlertRow,
  alertLock,
  findAlertsOf,
  updateAlert,
} from '../safety-alerts/safety-alerts.repository.ts';
import { createStaffNames } from '../sign-in/staff-names.ts';
import { type AlertFile, type CaseFile, type File, findFile } from './case-file.ts';
import { caseWorkOf, gather } from './case-shown.ts';
import { insertEvent } from './case-work.repository.ts';
import { type CaseEvent, openWork, sealEvent, sealWork, type Work } from './work-content.ts';

/** What is worked on: a case, or an alert whose form has not come. */
export interface On {
  readonly kind: File['kind'];
  readonly id: string;
}

/** At the version that somebody saw. */
export interface Seen extends On {
  readonly version: number;
}

export type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings' | 'log'>;

/** What is written of a case for one act. */
export interface Change {
  readonly status?: ReviewState;
  /** Null takes it from everybody. */
  readonly assigneeId?: string | null;
  readonly work?: Work;
  readonly event: CaseEvent;
  readonly act: Pick<Act, 'action' | 'fields'>;
}

/** How everything is done with a case: found, changed at the version that was seen, and recorded, in one transaction. */
export const createActing = (needs: Needs) => {
  const { store, vault, audit, clock, settings, log } = needs;
  const { envelope } = vault;
  const namesOf = createStaffNames({ vault });

  const record = (tx: Tx, reader: Reader, { kind, id }: On, act: Pick<Act, 'action'> & Partial<Act>) =>
    audit.append(tx, {
      ...reader.act,
      ...act,
      object: { type: kind === 'alert' ? 'safety-alert' : 'submission', id },
    });

  /** A patient may change an alert at the same moment: whoever comes second sees what the first did. */
  const holdAlerts = async (tx: Tx, { kind, id }: On) => {
    const ids = kind === 'alert' ? [id] : (await findAlertsOf(tx, id)).map((alert) => alert.id);
    for (const alertId of ids.toSorted()) await oneAtATime(tx, alertLock(alertId));
  };

  /** That somebody tried what is not there is recorded, which a refusal inside the transaction would undo. */
  const onFile = async <T>(
    reader: Reader,
    on: On,
    action: Act['action'],
    work: (tx: Tx, file: File, now: Date) => Promise<T>,
  ): Promise<T> => {
    const done = await store.inTransaction(async (tx) => {
      await holdAlerts(tx, on);
      const file = await findFile(tx, envelope, on.kind, on.id);
      if (file !== undefined) return { value: await work(tx, file, clock.now()) };
      await record(tx, reader, on, { action, outcome: 'refused', reason: 'not-found' });
      return undefined;
    });
    if (done === undefined) throw notFound();
    return done.value;
  };

  /** Does something, and answers with the work as it then is, opened after the commit. */
  const working = async (
    reader: Reader,
    on: On,
    action: Act['action'],
    work: (tx: Tx, file: File, now: Date) => Promise<unknown>,
  ): Promise<CaseWork> => {
    try {
      const gathered = await onFile(reader, on, action, async (tx, file, now) => {
        await work(tx, file, now);
        const after = await findFile(tx, envelope, on.kind, on.id);
        return gather(tx, after ?? file, reader.userId, namesOf);
      });
      return caseWorkOf(envelope, gathered, { userId: reader.userId, now: clock.now(), limits: settings });
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      log.error({ err: error, recordId: on.id }, 'a record cannot be opened');
      throw damaged();
    }
  };

  /** Says whether it is new: a repeat of the same request adds nothing. */
  const add = (tx: Tx, reader: Reader, file: File, event: CaseEvent, now: Date, id: string = randomUUID()) =>
    insertEvent(tx, {
      id,
      subject_id: file.row.id,
      at: now.getTime(),
      actor_id: reader.userId,
      content: sealEvent(envelope, file.keyOf(file.row.id), id, event),
    });

  const workOf = ({ row, keyOf }: CaseFile): Work => openWork(envelope, keyOf(row.id), row);

  const changingCase = (
    reader: Reader,
    seen: Omit<Seen, 'kind'>,
    action: Act['action'],
    change: (tx: Tx, file: CaseFile, now: Date) => Promise<Change> | Change,
  ): Promise<CaseWork> => {
    const on = { ...seen, kind: 'submission' } as const;
    return working(reader, on, action, async (tx, file, now) => {
      if (file.kind !== 'submission') throw notFound();
      const { row } = file;
      if (row.version !== seen.version) throw changedMeanwhile();
      const { status, assigneeId, event, act, ...changed } = await change(tx, file, now);
      const work = status === 'closed' ? withoutReminder(changed.work ?? workOf(file)) : changed.work;
      const wasStill = await moveCase(tx, row, {
        updated_at: now.getTime(),
        ...(status === undefined ? {} : { status, closed_at: status === 'closed' ? now.getTime() : null }),
        ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
        ...(work === undefined ? {} : sealWork(envelope, file.keyOf(row.id), row, work)),
      });
      if (!wasStill) throw changedMeanwhile();
      await add(tx, reader, file, event, now);
      await record(tx, reader, on, { ...act, ...(row.location === null ? {} : { location: row.location }) });
    });
  };

  /** Each change of an alert is a new version of it, sealed anew. */
  const changeAlert = async (
    tx: Tx,
    file: File,
    alert: AlertRow,
    change: Partial<Pick<AlertRow, 'status' | 'assignee_id'>>,
    now: Date,
  ): Promise<void> => {
    const key = file.keyOf(alert.id);
    const version = alert.version + 1;
    const { submission_id, status, assignee_id, body_index } = alert;
    await updateAlert(tx, alert.id, {
      submission_id,
      status,
      assignee_id,
      body_index,
      ...change,
      version,
      updated_at: now.getTime(),
      content: sealAlert(envelope, key, version, openAlert(envelope, key, alert)),
    });
  };

  const changingAlert = (
    reader: Reader,
    seen: Omit<Seen, 'kind'>,
    action: Act['action'],
    change: (
      tx: Tx,
      file: AlertFile,
    ) => Promise<{
      readonly row: Partial<Pick<AlertRow, 'status' | 'assignee_id'>>;
      readonly event: CaseEvent;
    }>,
  ): Promise<CaseWork> => {
    const on = { ...seen, kind: 'alert' } as const;
    return working(reader, on, action, async (tx, file, now) => {
      if (file.kind !== 'alert') throw notFound();
      if (file.row.version !== seen.version) throw changedMeanwhile();
      const { row, event } = await change(tx, file);
      await changeAlert(tx, file, file.row, row, now);
      await add(tx, reader, file, event, now);
      await record(tx, reader, on, { action, fields: Object.keys(row) });
    });
  };

  return {
    ...needs,
    envelope,
    namesOf,
    workOf,
    record,
    onFile,
    working,
    add,
    changingCase,
    changingAlert,
    changeAlert,
  };
};

export type Acting = ReturnType<typeof createActing>;

/** Nobody is reminded of a case that is closed. */
const withoutReminder = (work: Work): Work => ({ ...work, reminder: null });

/** Reading is the one act that is named for what is read. */
export const readingOf = ({ kind }: On): 'submission.read' | 'safety-alert.read' =>
  kind === 'alert' ? 'safety-alert.read' : 'submission.read';
