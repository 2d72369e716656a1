import { nextReview } from '../../machines/review.machine.ts';
import { allQuestions } from '../../steps/catalog.ts';
import { sectionNames } from '../../steps/step.ts';
import { askableKeys } from '../../submission/follow-up.ts';
import {
  type FollowUpLink,
  type FollowUpRequest,
  type StaffFollowUp,
  type StaffFollowUps,
  staffFollowUps,
} from '../../submission/follow-up-wire.ts';
import type { Frozen } from '../../submission/freeze.ts';
import type { Act } from '../audit/act.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { changedMeanwhile, conflict, notFound, type Problem, unprocessable } from '../edge/problem.ts';
import type { RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { type CaseRow, findCase, moveCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { findUser } from '../sign-in/sign-in.repository.ts';
import { readProfile } from '../sign-in/users.ts';
import { type CaseVersionRow, listVersions } from '../submissions/case-versions.repository.ts';
import { FIRST_VERSION, openNewest, openVersion } from '../submissions/case-versions.ts';
import { type FollowUpContent, openFollowUp, sealFollowUp } from './follow-up-content.ts';
import {
  type FollowUpRow,
  findFollowUp,
  findLastLink,
  insertFollowUp,
  insertLink,
  type LinkRow,
  listFollowUps,
} from './follow-ups.repository.ts';
import { newLink } from './links.ts';

/** What staff ask a patient after they have sent, and what came back. */
export interface FollowUps {
  read(reader: Reader, id: string): Promise<StaffFollowUps>;
  ask(reader: Reader, id: string, request: FollowUpRequest): Promise<StaffFollowUps>;
  makeLink(reader: Reader, id: string, by: FollowUpLink['by']): Promise<FollowUpLink>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'outbox' | 'clock' | 'publicUrl'>;

interface Gathered {
  readonly row: CaseRow;
  readonly key: RecordKey;
  readonly versions: readonly CaseVersionRow[];
  readonly asked: readonly FollowUpRow[];
  readonly link: LinkRow | undefined;
}

export const createFollowUps = (needs: Needs): FollowUps => {
  const { store, vault, audit, outbox, clock, publicUrl } = needs;
  const { envelope } = vault;

  const gather = async (tx: Tx, id: string): Promise<Gathered | undefined> => {
    const row = await findCase(tx, id);
    if (row === undefined) return undefined;
    const wrapped = await findRecordKey(tx, id);
    if (wrapped === undefined) throw damaged();
    return {
      row,
      key: envelope.unwrap(wrapped),
      versions: await listVersions(tx, id),
      asked: await listFollowUps(tx, id),
      link: await findLastLink(tx, id),
    };
  };

  const record = (
    tx: Tx,
    reader: Reader,
    id: string,
    location: string | null,
    act: Pick<Act, 'action' | 'fields' | 'outcome' | 'reason'>,
  ) =>
    audit.append(tx, {
      ...reader.act,
      ...act,
      object: { type: 'submission', id },
      ...(location === null ? {} : { location }),
    });

  const reading = async (reader: Reader, id: string): Promise<Gathered> => {
    const gathered = await store.inTransaction(async (tx) => {
      const found = await gather(tx, id);
      await record(tx, reader, id, found?.row.location ?? null, {
        action: 'submission.read',
        fields: ['follow-ups'],
        ...(found === undefined && { outcome: 'refused', reason: 'not-found' }),
      });
      return found;
    });
    if (gathered === undefined) throw notFound();
    return gathered;
  };

  const newest = ({ key, row, versions }: Gathered): Frozen =>
    openNewest(envelope, key, row, versions.at(-1));

  const shown = (gathered: Gathered): StaffFollowUps => {
    const frozen = newest(gathered);
    const { link, versions } = gathered;
    const now = clock.now().getTime();
    return staffFollowUps.parse({
      items: gathered.asked.map((row) => followUpOf(row, gathered)),
      askable: askableOf(frozen),
      caseVersion: versions.at(-1)?.number ?? FIRST_VERSION,
      link:
        link === undefined || link.expires_at <= now
          ? null
          : { expiresAt: new Date(link.expires_at).toISOString() },
      mayEmail: outbox.canEmailPatients && mayEmail(frozen),
    });
  };

  const followUpOf = (row: FollowUpRow, { key, versions }: Gathered): StaffFollowUp => {
    const { askedBy, texts, questions } = openFollowUp(envelope, key, row);
    const reply = versions.find(({ number }) => number === row.reply_version);
    return {
      id: row.id,
      askedAt: new Date(row.asked_at).toISOString(),
      askedBy,
      texts: [...texts],
      questions: [...questions],
      reply: reply === undefined ? null : replyOf(openVersion(envelope, key, reply), reply),
    };
  };

  return {
    read: async (reader, id) => shown(await reading(reader, id)),

    ask: async (reader, id, request) => {
      const gathered = await reading(reader, id);
      const content = contentOf(request, newest(gathered));
      await store.inTransaction(async (tx) => {
        const before = await findFollowUp(tx, request.id);
        // The page may not have heard the answer to its first try.
        if (before?.submission_id === id) return;
        if (before !== undefined) throw conflict('another-follow-up', 'Ask again: this id is taken.');
        const row = await findCase(tx, id);
        if (row === undefined) throw notFound();
        const status = nextReview(row.status, factsOf(row, reader), { type: 'ASK' });
        if (status === undefined) throw row.status === 'closed' ? isClosed() : isHeld();
        const user = await findUser(tx, reader.userId);
        const askedBy = user === undefined ? '' : (await readProfile(tx, vault, user)).name;
        const at = clock.now().getTime();
        await insertFollowUp(tx, {
          id: request.id,
          submission_id: id,
          asked_by: reader.userId,
          asked_at: at,
          answered_at: null,
          reply_id: null,
          reply_index: null,
          reply_version: null,
          content: sealFollowUp(envelope, gathered.key, { ...content, id: request.id, askedBy }),
        });
        if (!(await moveCase(tx, row, { status, updated_at: at }))) throw changedMeanwhile();
        await record(tx, reader, id, row.location, {
          action: 'follow-up.ask',
          fields: content.questions.map(({ key }) => key),
        });
      });
      return shown(await reading(reader, id));
    },

    makeLink: async (reader, id, by) => {
      const gathered = await reading(reader, id);
      if (by === 'email' && !(outbox.canEmailPatients && mayEmail(newest(gathered)))) throw mayNotEmail();
      const link = newLink({
        submissionId: id,
        madeBy: reader.userId,
        now: clock.now().getTime(),
        publicUrl,
      });
      await store.inTransaction(async (tx) => {
        // The link of an e-mail is made when the e-mail is sent, so that it lies nowhere in clear.
        if (by === 'email') await outbox.enqueuePatientMail(tx, id);
        else await insertLink(tx, link.row);
        await record(tx, reader, id, gathered.row.location, { action: 'follow-up.link', reason: by });
      });
      if (by === 'email') return { by };
      return { by, url: link.url, code: link.code, expiresAt: new Date(link.row.expires_at).toISOString() };
    },
  };
};

const factsOf = ({ assignee_id: assignee }: CaseRow, { userId }: Reader) => ({
  isAssigned: assignee !== null,
  isHeldByAnother: assignee !== null && assignee !== userId,
  isSafetyOpen: false,
  undoTo: undefined,
});

const replyOf = (
  { texts, language, difference }: ReturnType<typeof openVersion>,
  { made_at: at }: CaseVersionRow,
): NonNullable<StaffFollowUp['reply']> => ({
  at: new Date(at).toISOString(),
  language,
  texts: [...texts],
  difference: {
    lines: [...difference.lines],
    appeared: [...difference.appeared],
    gone: [...difference.gone],
    level: difference.level,
  },
});

const mayEmail = ({ content: { answers } }: Frozen): boolean =>
  answers.mayEmail === 'yes' && answers.email !== undefined;

/** What this patient was asked and may be asked again. */
const askableOf = ({ content }: Frozen): StaffFollowUps['askable'] => {
  const lines = content.inEnglish ?? content.asRead;
  const sections = new Map(lines.map(({ key, section }) => [key.replace(/\[\d+\]$/, ''), section]));
  const wasShown = new Set<string>(content.shown);
  return allQuestions
    .filter(({ key }) => wasShown.has(key) && askableKeys.has(key))
    .map(({ key, words }) => ({
      key,
      label: words.en.short,
      section: sectionNames.en[sections.get(key) ?? 'aboutYou'],
    }));
};

const contentOf = (request: FollowUpRequest, frozen: Frozen): Omit<FollowUpContent, 'id' | 'askedBy'> => {
  const texts = request.texts.map((text) => text.trim()).filter((text) => text !== '');
  const askable = new Map(askableOf(frozen).map(({ key, label }) => [key, label]));
  const [stranger] = request.keys.filter((key) => !askable.has(key));
  if (stranger !== undefined)
    throw unprocessable(
      'not-askable',
      'This patient was not asked this, so it cannot be asked again.',
      'keys',
    );
  if (texts.length + request.keys.length === 0)
    throw unprocessable('nothing-asked', 'Write a question, or choose one of the form.', 'texts');
  const questions = [...new Set(request.keys)].map((key) => ({ key, label: askable.get(key) ?? key }));
  return { format: 1, texts, questions };
};

const isClosed = (): Problem =>
  conflict('case-closed', 'This case is closed. Reopen it before you ask the patient.');

const isHeld = (): Problem =>
  conflict('held-by-another', 'A colleague works on this case. Take it over before you ask the patient.');

const mayNotEmail = (): Problem =>
  unprocessable('no-email', 'This patient did not agree to e-mail, or the clinic has no mail server.', 'by');
