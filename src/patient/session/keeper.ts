import type { Locale } from '../../lib/locale.ts';
import { type Draft, newDraft } from '../../machines/draft.ts';
import { mergeDrafts } from '../../machines/merge-drafts.ts';
import { type DraftContext, parseDraft, type TypedInputs } from '../../machines/parse-draft.ts';
import type { SafetyAlert } from '../../machines/safety-alert.ts';
import { same } from '../../machines/same.ts';
import type { Opened, Receipt, Removal, Saved, Sent, Told, ToSave } from '../../machines/session.types.ts';
import { Unheard } from '../../machines/unheard.ts';
import type { Walk } from '../../machines/walk.ts';
import type { Answers, Key as QuestionKey } from '../../steps/catalog.ts';
import { formVersion } from '../../steps/form-version.ts';
import { ownAnswers } from '../../steps/own-instrument.ts';
import type { ReplyRequest } from '../../submission/reply-wire.ts';
import type { SafetyAlertRequest } from '../../submission/wire.ts';
import * as doors from '../api/client.ts';
import { forgetDevice } from '../draft/forget.ts';
import { type DraftKeys, draftKeys } from '../draft/keys.ts';
import { readOwnCopy, writeOwnCopy } from '../draft/own-copy.ts';
import { seal, unseal } from '../draft/seal.ts';
import { newSecret } from '../draft/secret.ts';
import { readTabCopy, writeTabCopy } from '../draft/tab-copy.ts';
import { readTyped, writeTyped } from '../draft/typed-copy.ts';

/** Why a draft did not open, where the person can do something about it. */
export type Trouble = 'tooManyTries' | 'newerForm' | 'foreign' | 'offline';

interface Key {
  readonly secret: string;
  readonly keys: DraftKeys;
}

/** The form is another one since the draft was saved: what has to be asked again. */
export interface FormChange {
  readonly askAgain: readonly QuestionKey[];
}

interface Found {
  readonly draft: Draft;
  readonly typed?: TypedInputs | undefined;
  readonly version: number | null;
}

/** Tried again by the machine, after as long as the server asked for. */
const tryLater = (heard: doors.Heard<unknown>): Unheard =>
  new Unheard(heard.kind === 'busy' ? heard.waitMs : undefined);

const SECRET_NAME = 'secret';
const WAIT_FOR_SAVE_MS = 2_000;

/**
 * Holds the secret of the one draft that is open, and does for the session what touches storage or the network. The
 * secret never enters the machine.
 */
export function createKeeper(context: DraftContext, whereIs: (draft: Draft) => Walk) {
  let key: Promise<Key> | undefined;
  let secretInUse: string | undefined;
  let trouble: Trouble | undefined;
  let isTypedCode = false;
  let isOwnChosen = false;
  let typed: TypedInputs | undefined;
  let formChange: FormChange | undefined;
  /** No other device has changed an answer since: what stood in the inputs here still belongs to the draft. */
  let isAsLeftHere = false;
  /** How often answers of another device came in: what stands in the inputs is then older than the draft. */
  let merges = 0;
  /** Sent or deleted: nothing is written to the device any more. */
  let isOver = false;
  let lastSave: Promise<unknown> = Promise.resolve();
  /** A save that is under way. Sending lets it end first, for a while. */
  let saving: Promise<unknown> = Promise.resolve();
  /** What is being sent right now: a save at the same time would knock at a draft that sending closes. */
  let sending: Promise<Sent | undefined> = Promise.resolve(undefined);

  const use = (secret: string) => {
    secretInUse = secret;
    key = draftKeys(secret).then((keys) => ({ secret, keys }));
  };

  const held = (): Promise<Key> => {
    if (!key) throw new Error('There is no secret to work with');
    return key;
  };

  const read = async (
    { keys }: Key,
    ciphertext: string,
  ): Promise<Pick<Found, 'draft' | 'typed'> | undefined> => {
    const opened = await unseal(keys.key, keys.id, ciphertext);
    if (!opened.ok) {
      trouble = 'foreign';
      return undefined;
    }
    const parsed = parseDraft(opened.value, context);
    if (parsed.ok) {
      const { draft, typed, savedBy, askAgain } = parsed.value;
      if (savedBy !== formVersion || askAgain.length > 0) formChange = { askAgain };
      return { draft, typed: savedBy === formVersion ? typed : undefined };
    }
    trouble = parsed.error === 'newerForm' ? 'newerForm' : 'foreign';
    return undefined;
  };

  /** The copy on the server: `none` where it has none, expired and wrong alike. */
  const fetchDraft = async (mine: Key): Promise<Found | 'none' | 'sent' | Unheard> => {
    const heard = await doors.loadDraft(mine.keys);
    if (heard.kind === 'ok') {
      const opened = await read(mine, heard.value.ciphertext);
      return opened ? { ...opened, version: heard.value.version } : new Unheard();
    }
    if (heard.kind === 'refused' && heard.status === 410) return 'sent';
    if (heard.kind === 'refused' && heard.status === 404) return 'none';
    trouble = heard.kind === 'busy' && heard.status === 429 ? 'tooManyTries' : 'offline';
    return tryLater(heard);
  };

  const keepHere = async (mine: Key, ciphertext: string, version: number | null, ownDevice: boolean) => {
    if (ownDevice) {
      const sealedSecret = await seal(mine.keys.key, SECRET_NAME, mine.secret);
      const kept = await writeOwnCopy({
        draftId: mine.keys.id,
        key: mine.keys.key,
        sealedSecret,
        ciphertext,
        version,
        savedAt: new Date().toISOString(),
      });
      if (kept.ok) {
        // What was typed before this copy was here had no place beside it yet.
        if (typed) await writeTyped(mine.keys.key, typed, () => !isOver);
        return;
      }
    }
    writeTabCopy({ secret: mine.secret, ciphertext, version });
  };

  /** What lies on this device, opened; the device's kind comes with it. */
  const readHere = async (): Promise<(Found & { ownDevice: boolean }) | 'receipt' | undefined> => {
    const own = await readOwnCopy(new Date());
    if (own) {
      const secret = await unseal(own.key, SECRET_NAME, own.sealedSecret);
      if (secret.ok && typeof secret.value === 'string') {
        use(secret.value);
        const opened = await read(await held(), own.ciphertext);
        if (opened) return { ...opened, version: own.version, ownDevice: true };
      }
    }
    const tab = readTabCopy();
    if (!tab) return undefined;
    use(tab.secret);
    if (tab.receipt) return 'receipt';
    const opened = tab.ciphertext && (await read(await held(), tab.ciphertext));
    return opened ? { ...opened, version: tab.version, ownDevice: false } : undefined;
  };

  const openTyped = async (): Promise<Opened> => {
    const there = await fetchDraft(await held());
    if (there === 'none') return { kind: 'unknownCode' };
    if (there === 'sent') return { kind: 'sent' };
    if (there instanceof Unheard) throw there;
    typed = there.typed;
    return { kind: 'found', ...there, ownDevice: isOwnChosen, isSaved: true };
  };

  const openHere = async (): Promise<Opened> => {
    const here = await readHere();
    if (here === 'receipt') {
      const receipt = readTabCopy()?.receipt;
      return { kind: 'sent', ...(receipt && { receipt }) };
    }
    if (!here) return { kind: 'none' };
    isAsLeftHere = true;
    const there = await fetchDraft(await held());
    if (there === 'sent') return { kind: 'sent' };
    if (there === 'none') return { kind: 'found', ...here, version: null };
    // Without a connection the copy here is all there is; what is on the server is merged with the next save.
    if (there instanceof Unheard) return { kind: 'found', ...here };
    const { draft } = mergeDrafts(here.draft, there.draft);
    isAsLeftHere = same(draft.answers, here.draft.answers);
    typed = there.typed;
    const isSaved = JSON.stringify(draft) === JSON.stringify(there.draft);
    return { kind: 'found', draft, version: there.version, ownDevice: here.ownDevice, isSaved };
  };

  const save = async ({ draft, version }: ToSave, signal: AbortSignal): Promise<Saved> => {
    if ((await sending)?.kind === 'received') return { kind: 'saved', version };
    const mine = await held();
    const ciphertext = await seal(mine.keys.key, mine.keys.id, withTyped(draft));
    if (signal.aborted) throw new Unheard();
    const heard = await doors.saveDraft(mine.keys, ciphertext, version);
    if (heard.kind === 'ok') return { kind: 'saved', version: heard.value.version };
    if (heard.kind !== 'refused') throw tryLater(heard);
    if (heard.status === 412) {
      const there = await fetchDraft(mine);
      if (there instanceof Unheard) throw there;
      if (typeof there === 'string') throw new Unheard();
      merges += 1;
      typed = undefined;
      return { kind: 'conflict', theirs: there.draft, version: there.version };
    }
    if (heard.status === 410 || heard.status === 404) return { kind: 'closed' };
    throw new Unheard();
  };

  /** What goes to the server holds what is half typed as well: the code brings it back on any device. */
  const withTyped = (draft: Draft) => (typed ? { ...draft, typed } : draft);

  const send = async (draft: Draft): Promise<Sent> => {
    const { keys, secret } = await held();
    const { relevant } = whereIs(draft);
    const heard = await doors.sendSubmission(keys, draft.submissionId, {
      formVersion: draft.formVersion,
      language: draft.language,
      draftId: keys.id,
      startedAt: draft.startedAt,
      answers: { ...relevant },
      trail: draft.trail.map(({ key: name, at, from }) => ({ key: name, at, from })),
    });
    if (heard.kind === 'ok') {
      await keepReceipt(secret, heard.value);
      return { kind: 'received', receipt: heard.value };
    }
    // Too many at once, or a server in trouble: the form itself is not what is wrong.
    if (heard.kind !== 'refused' || heard.status >= 500) throw tryLater(heard);
    const { status, problem } = heard;
    return { kind: 'refused', refusal: { ...problem, status } };
  };

  return {
    /** A new draft under a new secret. */
    begin(language: Locale): Draft {
      use(newSecret());
      return newDraft({
        submissionId: crypto.randomUUID(),
        alertId: crypto.randomUUID(),
        language,
        at: new Date().toISOString(),
      });
    },

    /** The code that was typed or followed is opened next, and kept as whose device this is. */
    openNext(secret: string, ownDevice: boolean) {
      trouble = undefined;
      isTypedCode = true;
      isOwnChosen = ownDevice;
      use(secret);
    },

    secret: () => secretInUse,
    trouble: () => trouble,
    /** Told to the person who comes back. */
    formChange: () => formChange,

    async loadDraft(): Promise<Opened> {
      trouble = undefined;
      formChange = undefined;
      typed = undefined;
      isAsLeftHere = false;
      const opened = await (isTypedCode ? openTyped() : openHere());
      if (opened.kind === 'found') {
        typed = isTypedCode ? typed : ((await readTyped((await held()).keys.key, isAsLeftHere)) ?? typed);
        isTypedCode = false;
      }
      return opened;
    },

    /** The copy on this device does not wait for the network. */
    async keepHere({ draft, version, ownDevice }: ToSave, signal: AbortSignal): Promise<void> {
      const mine = await held();
      const ciphertext = await seal(mine.keys.key, mine.keys.id, draft);
      if (!signal.aborted) await keepHere(mine, ciphertext, version, ownDevice);
    },

    saveDraft(toSave: ToSave, signal: AbortSignal): Promise<Saved> {
      const saved = save(toSave, signal);
      saving = saved.catch(() => undefined);
      return saved;
    },

    async deleteDraft({ because }: { readonly because: Removal }): Promise<void> {
      isOver = true;
      const receipt = readTabCopy();
      await forgetDevice();
      if (because === 'sent') {
        if (receipt?.receipt) writeTabCopy(receipt);
        return;
      }
      const heard = await doors.deleteDraft((await held()).keys);
      if (heard.kind === 'ok' || (heard.kind === 'refused' && [404, 410].includes(heard.status))) return;
      throw tryLater(heard);
    },

    sendSubmission(draft: Draft): Promise<Sent> {
      const patience = new Promise((resolve) => setTimeout(resolve, WAIT_FOR_SAVE_MS));
      const sent = Promise.race([saving, patience]).then(() => send(draft));
      sending = sent.catch(() => undefined);
      return sent;
    },

    async raiseAlert(alert: SafetyAlert, draft: Draft): Promise<Told> {
      const { firstName, lastName, phone, whereToday, mayLeaveMessage } = draft.answers;
      const name = [firstName, lastName].filter(Boolean).join(' ');
      const heard = await doors.raiseAlert(draft.alertId, {
        submissionId: draft.submissionId,
        revision: revisionOf(alert, draft),
        state: alert.state,
        agreedBy: alert.agreedBy,
        language: draft.language,
        ...(name && { name }),
        ...(phone && { phone }),
        ...(whereToday && { whereToday }),
        ...(mayLeaveMessage && { mayLeaveMessage }),
        answers: alertAnswers(alert.answers, draft.answers),
      });
      if (heard.kind === 'ok') return { kind: 'told' };
      if (heard.kind !== 'refused' || heard.status >= 500) throw tryLater(heard);
      return { kind: 'refused' };
    },

    /** The last seconds before Leave quickly: one save that outlives the page. */
    saveOnLeaving(draft: Draft | undefined, version: number | null): void {
      if (!draft || !key) return;
      const last = withTyped(draft);
      lastSave = key
        .then(async ({ keys }) => ({ keys, ciphertext: await seal(keys.key, keys.id, last) }))
        .then(({ keys, ciphertext }) => {
          void doors.saveDraft(keys, ciphertext, version, true);
        });
      key = undefined;
      isOver = true;
      secretInUse = undefined;
      typed = undefined;
    },
    lastSave: () => lastSave,

    /** Keeps what stands in the inputs of a page, whether or not it is an answer yet. */
    async keepTyped(copy: TypedInputs): Promise<void> {
      typed = copy;
      const held = await key;
      if (held) await writeTyped(held.keys.key, copy, () => !isOver);
    },
    forgetTyped(): void {
      merges += 1;
      typed = undefined;
    },
    merges: () => merges,
    /** What stood in the inputs of a page when it was last seen. */
    typedOn: (place: string) => (typed?.place === place ? typed.inputs : undefined),

    async askClinic() {
      return doors.askClinic((await held()).keys);
    },
    async sendReply(to: { readonly submissionId: string; readonly replyId: string }, body: ReplyRequest) {
      return doors.sendReply(to, body, (await held()).keys.verifier);
    },
  };
}

export type Keeper = ReturnType<typeof createKeeper>;

/** After sending, this tab still shows the reference number; the answers are gone from the device. */
async function keepReceipt(secret: string, receipt: Receipt): Promise<void> {
  await forgetDevice();
  writeTabCopy({ secret, version: null, receipt });
}

const revisions = new WeakMap<SafetyAlert, number>();
const REVISION_MS = 2_000;

/**
 * Grows with each change of an alert and stays the same for its repeats: the time since the form was begun, in steps
 * of two seconds, when this alert was first sent.
 */
function revisionOf(alert: SafetyAlert, { startedAt }: Draft): number {
  const known = revisions.get(alert);
  if (known !== undefined) return known;
  const revision = 1 + Math.max(0, Math.floor((Date.now() - Date.parse(startedAt)) / REVISION_MS));
  revisions.set(alert, revision);
  return revision;
}

/** Only what caused the alert. The birth date goes along where it is known: it decides whether an adult is told of. */
function alertAnswers(causes: Answers, { birthDate }: Answers): SafetyAlertRequest['answers'] {
  const { emergencyNow, phq9, asq1, asq2, asq3, asq4, asq4when, asq5 } = causes;
  return { emergencyNow, birthDate, phq9, asq1, asq2, asq3, asq4, asq4when, asq5, ...ownAnswers(causes) };
}
