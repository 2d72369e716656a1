import type { CaseWork, DecisionRequest } from '../../submission/case-work-wire.ts';
import { decisions, isReasonOf, UNDO_SECONDS } from '../../submission/decisions.ts';
import type { Frozen } from '../../submission/freeze.ts';
import { notFound } from '../edge/problem.ts';
import { noteDecision, takeDecisionBack } from '../figures/figures.repository.ts';
import { createTallies } from '../figures/tallies.ts';
import type { Reader } from '../reviews/reader.ts';
import { findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
import { openVerified } from '../verified/overlay.ts';
import { findVerified } from '../verified/verified.repository.ts';
import type { Acting, Seen } from './acting.ts';
import { stateAfter } from './assigning.ts';
import { forgetUnsent } from './case-work.repository.ts';
import { noteNeeded, notNow, undoIsOver, unknownReason } from './refusals.ts';

type SeenCase = Omit<Seen, 'kind'>;

/** A press of Undo in the last moment is still on its way. */
const GRACE_MS = 2_000;

/** What becomes of a case: decided, changed, undone within seconds, booked, worked on again; its flags seen. */
export const createDeciding = (acting: Acting) => {
  const { envelope, changingCase, workOf } = acting;
  const tallies = createTallies(acting);

  return {
    decide: (reader: Reader, seen: SeenCase, { kind, reason, note }: DecisionRequest): Promise<CaseWork> =>
      changingCase(reader, seen, 'case.decide', async (tx, file, now) => {
        if (!isReasonOf(kind, reason)) throw unknownReason();
        if (reason === 'other' && note === null) throw noteNeeded();
        const { row } = file;
        const work = workOf(file);
        const isFirst = work.decision === null;
        const before = isFirst
          ? { status: row.status, assigneeId: row.assignee_id, reminder: work.reminder }
          : null;
        const status = stateAfter(envelope, reader, file, {
          type: 'DECIDE',
          leadsTo: decisions[kind].leadsTo,
        });
        await forgetUnsent(tx, row.id, reader.userId);
        // A changed decision counts where it was changed, and no more where it was made.
        if (work.decision !== null) await tallies.uncount(tx, work.decision);
        else await noteDecision(tx, row.id, now.getTime());
        await tallies.count(tx, { kind, reason, at: now.toISOString() });
        return {
          status,
          assigneeId: row.assignee_id ?? reader.userId,
          work: {
            ...work,
            decision: { kind, reason, note, at: now.toISOString(), by: reader.userId, before },
          },
          event: { kind: isFirst ? 'decided' : 'amended', decision: kind, reason, note },
          act: { action: isFirst ? 'case.decide' : 'case.amend', fields: ['decision'] },
        };
      }),

    undo: (reader: Reader, seen: SeenCase): Promise<CaseWork> =>
      changingCase(reader, seen, 'case.undo', async (tx, file, now) => {
        const work = workOf(file);
        const { decision } = work;
        if (decision === null) throw notNow();
        const until = Date.parse(decision.at) + UNDO_SECONDS * 1_000 + GRACE_MS;
        if (decision.before === null || decision.by !== reader.userId || now.getTime() > until)
          throw undoIsOver();
        const { kind, reason, note, before, at } = decision;
        await tallies.uncount(tx, decision);
        await takeDecisionBack(tx, file.row.id, Date.parse(at));
        return {
          status: stateAfter(envelope, reader, file, { type: 'UNDO' }, before.status),
          assigneeId: before.assigneeId,
          work: {
            ...work,
            decision: null,
            reminder: file.row.status === 'closed' ? (before.reminder ?? null) : work.reminder,
          },
          event: { kind: 'undone', decision: kind, reason, note },
          act: { action: 'case.undo', fields: ['decision'] },
        };
      }),

    book: (reader: Reader, seen: SeenCase, at: string | null): Promise<CaseWork> =>
      changingCase(reader, seen, 'case.book', (_, file) => ({
        status: stateAfter(envelope, reader, file, { type: 'BOOK' }),
        event: { kind: 'booked', visitAt: at },
        act: { action: 'case.book', fields: ['booking'] },
      })),

    reopen: (reader: Reader, seen: SeenCase, note: string | null): Promise<CaseWork> =>
      changingCase(reader, seen, 'case.reopen', (_, file) => ({
        status: stateAfter(envelope, reader, file, { type: 'REOPEN' }),
        work: { ...workOf(file), decision: null },
        event: { kind: 'reopened', note },
        act: { action: 'case.reopen', fields: ['status'] },
      })),

    flag: (reader: Reader, seen: SeenCase, flag: string, acknowledged: boolean): Promise<CaseWork> =>
      changingCase(reader, seen, 'case.flag', async (tx, file, now) => {
        const { row, keyOf } = file;
        const newest = await findNewestVersion(tx, row.id);
        const overlay = await findVerified(tx, row.id);
        const key = keyOf(row.id);
        const { reported, holds } = openVerified(
          envelope,
          key,
          openNewest(envelope, key, row, newest),
          overlay,
        );
        const isFlagOf = ({ screening }: Frozen) => screening.evaluation.flags.some(({ id }) => id === flag);
        if (!isFlagOf(reported) && !isFlagOf(holds)) throw notFound();
        const work = workOf(file);
        const others = work.acknowledged.filter((one) => one.flag !== flag);
        const mark = { flag, at: now.toISOString(), by: reader.userId };
        return {
          work: { ...work, acknowledged: acknowledged ? [...others, mark] : others },
          event: { kind: acknowledged ? 'flagAcknowledged' : 'flagOpened', flag },
          act: { action: 'case.flag', fields: [flag] },
        };
      }),
  };
};
