import { dayIn } from '../../lib/dates.ts';
import { answerText } from '../../questions/display.ts';
import { schemaOf } from '../../questions/schema.ts';
import { type Answers, allQuestions } from '../../steps/catalog.ts';
import { answeredAnew } from '../../submission/answered-anew.ts';
import { differenceOf } from '../../submission/difference.ts';
import { askableKeys } from '../../submission/follow-up.ts';
import type { Frozen } from '../../submission/freeze.ts';
import { type VerifiedAnswers, type VerifyRequest, verifiedAnswers } from '../../submission/verified-wire.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { changedMeanwhile, notFound, unprocessable } from '../edge/problem.ts';
import type { SeenVersion } from '../edge/seen-version.ts';
import type { RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { sha256 } from '../keys/sha256.ts';
import { type CaseRow, findCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { findUser } from '../sign-in/sign-in.repository.ts';
import { readProfile } from '../sign-in/users.ts';
import { findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
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

/** Every act is kept; the last of a key counts. */
interface Overlay {
  readonly format: 1;
  readonly acts: readonly {
    readonly key: string;
    readonly kind: VerifyRequest['kind'];
    readonly value?: unknown;
    readonly by: string;
    readonly at: string;
  }[];
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings'>;

interface Found {
  readonly row: CaseRow;
  readonly key: RecordKey;
  readonly reported: Frozen;
  readonly overlay: VerifiedRow | undefined;
}

const placeOf = (version: number) => ({ column: 'verified_answers.content', version });

export const createVerified = ({ store, vault, audit, clock, settings }: Needs): Verified => {
  const { envelope } = vault;

  const find = async (tx: Tx, id: string): Promise<Found | undefined> => {
    const row = await findCase(tx, id);
    if (row === undefined) return undefined;
    const wrapped = await findRecordKey(tx, id);
    if (wrapped === undefined) throw damaged();
    const key = envelope.unwrap(wrapped);
    const reported = openNewest(envelope, key, row, await findNewestVersion(tx, id));
    return { row, key, reported, overlay: await findVerified(tx, id) };
  };

  const open = ({ key, overlay }: Found): Overlay['acts'] =>
    overlay === undefined
      ? []
      : (envelope.openJson(key, placeOf(overlay.version), overlay.content) as Overlay).acts;

  const shown = (found: Found): VerifiedAnswers => {
    const { reported } = found;
    const last = new Map(open(found).map((act) => [act.key, act]));
    const standing = [...last.values()].filter(({ kind }) => kind !== 'withdrawn');
    const corrections = Object.fromEntries(
      standing.filter(({ kind }) => kind === 'corrected').map(({ key, value }) => [key, value]),
    ) as Answers;
    const { asOf } = reported.content;
    const verified = answeredAnew(reported, corrections, {
      asOf,
      settings: reported.content.settings,
      sha256,
    });
    const changed = differenceOf(reported, verified);
    return verifiedAnswers.parse({
      version: found.overlay?.version ?? null,
      answers: standing.map(({ key, kind, by, at }) => ({
        key,
        kind,
        by,
        at,
        label: labelOf(key),
        reported: saidOf(reported, key),
        verified: saidOf(verified, key),
      })),
      difference: {
        ...changed,
        lines: [...changed.lines],
        appeared: [...changed.appeared],
        gone: [...changed.gone],
      },
      verifiable: allQuestions
        .filter(({ key }) => askableKeys.has(key) && reported.content.shown.includes(key))
        .map(({ key }) => ({ key, label: labelOf(key), reported: saidOf(reported, key) })),
    });
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
        refuseUnlessVerifiable(one.reported, key);
        if (request.kind === 'corrected') {
          const asOf = dayIn(settings.timeZone, clock.now());
          refuseUnlessAnswer(
            key,
            request.value,
            asOf,
            settings.locations.map((place) => place.id),
          );
        }
        const version = seen === 'none' ? 1 : seen + 1;
        if ((one.overlay?.version ?? 0) !== version - 1) throw changedMeanwhile();
        const user = await findUser(tx, reader.userId);
        const by = user === undefined ? '' : (await readProfile(tx, vault, user)).name;
        const now = clock.now();
        const act = { key, by, at: now.toISOString(), ...request };
        const overlay: VerifiedRow = {
          submission_id: id,
          version,
          updated_at: now.getTime(),
          content: envelope.sealJson(one.key, placeOf(version), { format: 1, acts: [...open(one), act] }),
        };
        const isDone =
          seen === 'none' ? await insertVerified(tx, overlay) : await updateVerified(tx, overlay);
        if (!isDone) throw changedMeanwhile();
        await audit.append(tx, {
          ...reader.act,
          action: 'answer.verify',
          object: { type: 'submission', id },
          fields: [key],
          reason: request.kind,
        });
        return { ...one, overlay };
      });
      return shown(found);
    },
  };
};

const questionOf = (key: string) => allQuestions.find((question) => question.key === key);
const labelOf = (key: string): string => questionOf(key)?.words.en.short ?? key;

const saidOf = ({ content }: Frozen, key: string): VerifiedAnswers['answers'][number]['reported'] => {
  const lines = content.inEnglish ?? content.asRead;
  const line = lines.find((one) => one.key === key);
  if (line !== undefined) return { text: line.text, state: line.state };
  const question = questionOf(key);
  const value = (content.answers as Readonly<Record<string, unknown>>)[key];
  if (question === undefined || value === undefined) return { text: '', state: 'blank' };
  const reading = {
    locale: 'en',
    locations: content.settings.locations,
    bodyUnits: content.answers.bodyUnits,
  } as const;
  return { text: answerText(question, value, reading), state: 'answered' };
};

const refuseUnlessVerifiable = ({ content }: Frozen, key: string): void => {
  if (!askableKeys.has(key) || !content.shown.some((one) => one === key))
    throw unprocessable('not-verifiable', 'This patient was not asked this.', 'key');
};

const refuseUnlessAnswer = (
  key: string,
  value: unknown,
  asOf: string,
  locations: readonly string[],
): void => {
  const question = questionOf(key);
  if (question === undefined || !schemaOf(question, { asOf, locations }).safeParse(value).success)
    throw unprocessable('answer-refused', 'What stands here is not an answer to this.', 'value');
};
