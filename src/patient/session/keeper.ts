import type { Locale } from '../../lib/locale.ts';
import { type Draft, newDraft, type SafetyAlert } from '../../machines/draft.ts';
import type { DraftContext, TypedInputs } from '../../machines/parse-draft.ts';
import type { Removal, Saved, Sent, Told, ToSave } from '../../machines/session.types.ts';
import { Unheard } from '../../machines/unheard.ts';
import type { Walk } from '../../machines/walk.ts';
import type { ReplyRequest } from '../../submission/reply-wire.ts';
import * as doors from '../api/client.ts';
import { forgetDevice } from '../draft/forget.ts';
import { seal } from '../draft/seal.ts';
import { newSecret } from '../draft/secret.ts';
import { readTabCopy, writeTabCopy } from '../draft/tab-copy.ts';
import { alertRequest } from './alert-request.ts';
import { createHalfTyped } from './half-typed.ts';
import { createHeldKey } from './held-key.ts';
import { keepSealed } from './kept-here.ts';
import { createOpener } from './opener.ts';
import { tryLater } from './try-later.ts';

const WAIT_FOR_SAVE_MS = 2_000;

/**
 * Holds the secret of the one draft that is open, and does for the session what touches storage or the network. The
 * secret never enters the machine.
 */
export function createKeeper(context: DraftContext, whereIs: (draft: Draft) => Walk) {
  /** Sent, deleted or left: nothing is written to the device any more. */
  let isOver = false;
  let lastSave: Promise<unknown> = Promise.resolve();
  /** A save that is under way. Sending lets it end first, for a while. */
  let saving: Promise<unknown> = Promise.resolve();
  /** What is being sent right now: a save at the same time would knock at a draft that sending closes. */
  let sending: Promise<Sent | undefined> = Promise.resolve(undefined);

  const key = createHeldKey();
  const typed = createHalfTyped(key, () => !isOver);
  const opener = createOpener(context, key, typed);

  const save = async ({ draft, version }: ToSave, signal: AbortSignal): Promise<Saved> => {
    if ((await sending)?.kind === 'received') return { kind: 'saved', version };
    const mine = await key.held();
    const ciphertext = await seal(mine.keys.key, mine.keys.id, typed.with(draft));
    if (signal.aborted) throw new Unheard();
    const heard = await doors.saveDraft(mine.keys, ciphertext, version);
    if (heard.kind === 'ok') return { kind: 'saved', version: heard.value.version };
    if (heard.kind !== 'refused') throw tryLater(heard);
    if (heard.status === 412) {
      const there = await opener.fetchDraft(mine);
      if (there instanceof Unheard) throw there;
      if (typeof there === 'string') throw new Unheard();
      typed.outdate();
      return { kind: 'conflict', theirs: there.draft, version: there.version };
    }
    if (heard.status === 410 || heard.status === 404) return { kind: 'closed' };
    throw new Unheard();
  };

  const send = async (draft: Draft): Promise<Sent> => {
    const { keys, secret } = await key.held();
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
      // This tab still shows the reference number after a reload; the answers are gone from the device.
      await forgetDevice();
      writeTabCopy({ secret, version: null, receipt: heard.value });
      return { kind: 'received', receipt: heard.value };
    }
    // Too many at once, or a server in trouble: the form itself is not what is wrong.
    if (heard.kind !== 'refused' || heard.status >= 500) throw tryLater(heard);
    const { status, problem } = heard;
    return { kind: 'refused', refusal: { ...problem, status } };
  };

  return {
    secret: key.secret,
    openNext: opener.openNext,
    loadDraft: opener.loadDraft,
    trouble: opener.trouble,
    formChange: opener.formChange,
    keepTyped: (copy: TypedInputs): Promise<void> => typed.keep(copy),
    forgetTyped: typed.outdate,
    merges: typed.merges,
    typedOn: typed.on,

    /** A new draft under a new secret. */
    begin(language: Locale): Draft {
      key.use(newSecret());
      return newDraft({
        submissionId: crypto.randomUUID(),
        alertId: crypto.randomUUID(),
        language,
        at: new Date().toISOString(),
      });
    },

    /** The copy on this device does not wait for the network. */
    async keepHere({ draft, version, ownDevice }: ToSave, signal: AbortSignal): Promise<void> {
      const mine = await key.held();
      const ciphertext = await seal(mine.keys.key, mine.keys.id, draft);
      if (signal.aborted) return;
      const where = await keepSealed(mine, { ciphertext, version }, ownDevice);
      if (where === 'onDevice') await typed.keepBeside(mine);
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
      const heard = await doors.deleteDraft((await key.held()).keys);
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
      const heard = await doors.raiseAlert(draft.alertId, alertRequest(alert, draft));
      if (heard.kind === 'ok') return { kind: 'told' };
      if (heard.kind !== 'refused' || heard.status >= 500) throw tryLater(heard);
      return { kind: 'refused' };
    },

    /** The last seconds before Leave quickly: one save that outlives the page. */
    saveOnLeaving(draft: Draft | undefined, version: number | null): void {
      if (!draft || !key.isHeld()) return;
      const last = typed.with(draft);
      lastSave = key
        .held()
        .then(async ({ keys }) => ({ keys, ciphertext: await seal(keys.key, keys.id, last) }))
        .then(({ keys, ciphertext }) => {
          void doors.saveDraft(keys, ciphertext, version, true);
        });
      isOver = true;
      key.drop();
      typed.forget();
    },
    lastSave: () => lastSave,

    async askClinic() {
      return doors.askClinic((await key.held()).keys);
    },
    async sendReply(to: { readonly submissionId: string; readonly replyId: string }, body: ReplyRequest) {
      return doors.sendReply(to, body, (await key.held()).keys.verifier);
    },
  };
}

export type Keeper = ReturnType<typeof createKeeper>;
