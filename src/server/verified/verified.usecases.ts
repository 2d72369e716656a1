import { randomUUID } from 'node:crypto';
import { dayIn } from '../../lib/dates.ts';
import { schemaOf } from '../../questions/schema.ts';
import { leadsStatement, questionsToCorrect, statementOf } from '../../submission/correctable.ts';
import { differenceOf } from '../../submission/difference.ts';
import { askableKeys } from '../../submission/follow-up.ts';
import type { Frozen } from '../../submission/freeze.ts';
import { higherLevel } from '../../submission/safety-level.ts';
import {
  levelOf,
  saidOf,
  shortLabel,
  standingActs,
  type VerifiedAct,
  type VerifiedCase,
  verifiedCase,
  verifiedEntry,
} from '../../submission/verified.ts';
import { type VerifiedAnswers, type VerifyRequest, verifiedAnswers } from '../../submission/verified-wire.ts';
import { insertEvent } from '../case-work/case-work.repository.ts';
import { openWork, sealEvent, sealWork } from '../case-work/work-content.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { changedMeanwhile, conflict, notFound, unprocessable } from '../edge/problem.ts';
import type { SeenVersion } from '../edge/seen-version.ts';
import type { RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { type CaseRow, findCase, moveCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { findUser } from '../sign-in/sign-in.repository.ts';
import { readProfile } from '../sign-in/users.ts';
import { findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
import { sealColumn } from '../submissions/sealed-columns.ts';
import { openOverlay, sealOverlay } from './overlay.ts';
import { findVerified, insertVerified, updateVerified, type VerifiedRow } from './verified.repository.ts';

/** A clinician's word on what a patient said, over it and never in its place. */
export interface Verified {
  read(reader: Reader, id: string): Promise<VerifiedAnswers>;
  verify(
    reader: Reader,
    of: { readonly id: string; readonly key: string; readonly seen: SeenVersion },
    request: VerifyRequest,
  ): Promise<VerifiedAnswers>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings'>;

interface Found {
  readonly row: CaseRow;
  readonly key: RecordKey;
  readonly reported: Frozen;
  readonly version: number | null;
  readonly acts: readonly VerifiedAct[];
}

export const createVerified = ({ store, vault, audit, clock, settings }: Needs): Verified => {
  const { envelope } = vault;

  const find = async (tx: Tx, id: string): Promise<Found | undefined> => {
    const row = await findCase(tx, id);
    if (row === undefined) return undefined;
    const wrapped = await findRecordKey(tx, id);
    if (wrapped === undefined) throw damaged();
    const key = envelope.unwrap(wrapped);
    const reported = openNewest(envelope, key, row, await findNewestVersion(tx, id));
    const overlay = await findVerified(tx, id);
    return {
      row,
      key,
      reported,
      version: overlay?.version ?? null,
      acts: openOverlay(envelope, key, overlay),
    };
  };

  /** One act for each answer of the statement, and nothing where the patient said nothing that could be meant. */
  const actsOf = (
    { reported, acts }: Found,
    key: string,
    request: VerifyRequest,
  ): readonly Pick<VerifiedAct, 'key' | 'kind' | 'value'>[] => {
    const { shown } = reported.content;
    const standing = new Set(standingActs(acts).map((act) => act.key));
    const isShown = (one: string) => shown.some((other) => other === one);
    if (!askableKeys.has(key) || !(isShown(key) || standing.has(key))) throw notVerifiable();
    switch (request.kind) {
      case 'confirmed':
        return statementOf(key)
          .filter(isShown)
          .map((one) => ({ key: one, kind: 'confirmed' }));
      case 'corrected':
        return correctionsOf(key, request.answers);
      case 'withdrawn':
        return [key, ...questionsToCorrect(key).map((question) => question.key)]
          .filter((one, at, all) => standing.has(one) && all.indexOf(one) === at)
          .map((one) => ({ key: one, kind: 'withdrawn' }));
    }
  };

  const correctionsOf = (key: string, answers: Readonly<Record<string, unknown>>) => {
    const context = {
      asOf: dayIn(settings.timeZone, clock.now()),
      locations: settings.locations.map((place) => place.id),
    };
    const asked = new Map(questionsToCorrect(key).map((question) => [question.key, question]));
    const given = Object.entries(answers);
    if (given.length === 0) throw unprocessable('answer-needed', 'Say what is right.', 'answers');
    return given.map(([one, value]) => {
      const question = asked.get(one);
      if (question === undefined)
        throw unprocessable('unknown-key', 'This is no part of the statement.', 'answers');
      if (!schemaOf(question, context).safeParse(value).success)
        throw unprocessable('answer-refused', 'What stands here is not an answer to this.', `answers.${one}`);
      return { key: one, kind: 'corrected', value } as const;
    });
  };

  const nameOf = async (tx: Tx, userId: string): Promise<string> => {
    const user = await findUser(tx, userId);
    return user === undefined ? '' : (await readProfile(tx, vault, user)).name;
  };

  return {
    read: async (reader, id) => {
      const found = await store.inTransaction(async (tx) => {
        const one = await find(tx, id);
        await audit.append(tx, {
          ...reader.act,
          action: 'submission.read',
          object: { type: 'submission', id },
          fields: ['verified'],
          ...(one === undefined && { outcome: 'refused' as const, reason: 'not-found' }),
        });
        return one;
      });
      if (found === undefined) throw notFound();
      return shown(found);
    },

    verify: async (reader, { id, key, seen }, request) => {
      const found = await store.inTransaction(async (tx) => {
        const one = await find(tx, id);
        if (one === undefined) throw notFound();
        if (one.row.status === 'closed') throw isClosed();
        const version = seen === 'none' ? 1 : seen + 1;
        if ((one.version ?? 0) !== version - 1) throw changedMeanwhile();
        const now = clock.now();
        const stamp = { by: await nameOf(tx, reader.userId), at: now.toISOString() };
        const acts = actsOf(one, key, request).map((act) => ({
          ...act,
          ...stamp,
          said: saidOf(one.reported, act.key).text,
        }));
        const after = { ...one, version, acts: [...one.acts, ...acts] };
        const overlay: VerifiedRow = {
          submission_id: id,
          version,
          updated_at: now.getTime(),
          content: sealOverlay(envelope, one.key, version, after.acts),
        };
        const isDone =
          seen === 'none' ? await insertVerified(tx, overlay) : await updateVerified(tx, overlay);
        const isMoved = await moveCase(tx, one.row, {
          updated_at: now.getTime(),
          ...standingAfter(one, after),
        });
        if (!isDone || !isMoved) throw changedMeanwhile();
        const eventId = randomUUID();
        await insertEvent(tx, {
          id: eventId,
          subject_id: id,
          at: now.getTime(),
          actor_id: reader.userId,
          content: sealEvent(envelope, one.key, eventId, {
            kind: 'verified',
            how: request.kind,
            labels: acts.map((act) => shortLabel(one.reported, act.key)),
          }),
        });
        await audit.append(tx, {
          ...reader.act,
          action: 'answer.verify',
          object: { type: 'submission', id },
          fields: acts.map((act) => act.key),
          reason: request.kind,
        });
        return after;
      });
      return shown(found);
    },
  };

  /** The line of the queue anew; and where more danger is found than before, the call that was made is not enough. */
  function standingAfter(before: Found, after: Found): Partial<CaseRow> {
    const [was, is] = [verifiedCase(before.reported, before.acts), verifiedCase(after.reported, after.acts)];
    const summary = sealColumn(envelope, after.key, 'summary', verifiedEntry(is));
    const work = openWork(envelope, after.key, before.row);
    const pressesMore = higherLevel(levelOf(was), levelOf(is)) !== levelOf(was);
    return work.safety === null || !pressesMore
      ? { summary }
      : { summary, ...sealWork(envelope, after.key, before.row, { ...work, safety: null }) };
  }
};

const shown = ({ reported, version, acts }: Found): VerifiedAnswers => {
  const verified = verifiedCase(reported, acts);
  const changed = differenceOf(reported, verified.holds);
  return verifiedAnswers.parse({
    version,
    answers: [...verified.answers],
    difference: {
      ...changed,
      lines: [...changed.lines],
      appeared: [...changed.appeared],
      gone: [...changed.gone],
    },
    verifiable: reported.content.shown.filter(leadsStatement).map((key) => ({
      key,
      label: statementOf(key)
        .map((one) => shortLabel(reported, one))
        .join(' · '),
      reported: saidTogether(reported, key),
      standing: standingOf(verified, key),
    })),
  });
};

const saidTogether = (reported: Frozen, key: string) => {
  const [first, ...others] = statementOf(key).map((one) => saidOf(reported, one));
  if (first === undefined || others.length === 0) return saidOf(reported, key);
  const text = [first, ...others].map((one) => one.text || 'not answered').join(' · ');
  return { ...first, text };
};

const standingOf = ({ holds }: VerifiedCase, key: string): Readonly<Record<string, unknown>> => {
  const answers: Readonly<Record<string, unknown>> = holds.content.answers;
  const keys = questionsToCorrect(key).map((question) => question.key);
  return Object.fromEntries(
    keys.filter((one) => answers[one] !== undefined).map((one) => [one, answers[one]]),
  );
};

const notVerifiable = () => unprocessable('not-verifiable', 'This patient was not asked this.', 'key');
const isClosed = () =>
  conflict('case-closed', 'The case is closed. Reopen it to correct what the patient said.');
