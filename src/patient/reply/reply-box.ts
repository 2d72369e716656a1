import { backOff } from '../../machines/back-off.ts';
import type { SaveState } from '../../ui/blocks/save-line.tsx';
import { deleteDraft, type Heard, loadDraft, saveDraft } from '../api/client.ts';
import { draftKeys } from '../draft/keys.ts';
import { seal, unseal } from '../draft/seal.ts';
import { type KeptReply, mergeReplies } from './kept-reply.ts';
import { forgetReplyInTab, replyInTab, writeReplyInTab } from './tab-reply.ts';

/** Two seconds, less what the page takes to hand over a change and the network to carry it. */
const SAVE_AFTER_MS = 1_200;
const PAUSES = { firstMs: 1_000, mostMs: 60_000 };
const DELETE_TRIES = 5;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const waitOf = (heard: Heard<unknown>, tries: number): number =>
  heard.kind === 'busy' && heard.waitMs !== undefined ? heard.waitMs : backOff(tries, Math.random, PAUSES);

/** Where one reply is kept until it is sent: sealed in this tab, and sealed on the server for any device. */
export interface ReplyBox {
  /** What was kept of it; `none`: nothing yet. */
  readonly open: () => Promise<KeptReply | 'none' | 'unheard'>;
  readonly keep: (reply: KeptReply) => void;
  readonly saveNow: () => void;
  /** What came in from another tab or device while this one was typing. */
  readonly onMerged: (tell: (reply: KeptReply) => void) => () => void;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The clinic has it: nothing is left here or on the server. */
  readonly wipe: () => Promise<void>;
  /** The page is gone in a moment: one save that outlives it. */
  readonly leave: () => Promise<void>;
}

/**
 * @param secret of the link: from it alone the key comes that opens what is kept
 * @param read parses what was kept
 */
export function createReplyBox(
  secret: string,
  followUpId: string,
  read: (input: unknown) => KeptReply | undefined,
): ReplyBox {
  const keys = draftKeys(secret, `reply ${followUpId}`);
  const listeners = new Set<() => void>();
  const mergers = new Set<(reply: KeptReply) => void>();
  let state: SaveState = 'idle';
  let version: number | null = null;
  let saved: KeptReply | undefined;
  let unsaved: KeptReply | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<unknown> | undefined;
  let isOver = false;
  let tries = 0;

  const turn = (next: SaveState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const fetchIt = async (): Promise<KeptReply | 'none' | 'unheard'> => {
    const mine = await keys;
    const heard = await loadDraft(mine);
    if (heard.kind === 'refused' && [404, 410].includes(heard.status)) return 'none';
    if (heard.kind !== 'ok') return 'unheard';
    version = heard.value.version;
    const opened = await unseal(mine.key, mine.id, heard.value.ciphertext);
    return (opened.ok && read(opened.value)) || 'none';
  };

  const saveIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  const again = (heard: Heard<unknown>) => {
    tries += 1;
    turn(navigator.onLine ? 'failed' : 'waiting');
    saveIn(waitOf(heard, tries));
  };

  /** Another tab or device was faster: both are put together and saved over what is there now. */
  const merge = async (here: KeptReply) => {
    const there = await fetchIt();
    if (there === 'unheard') return again({ kind: 'unheard' });
    if (there !== 'none') {
      unsaved = mergeReplies(saved, unsaved ?? here, there);
      for (const tell of mergers) tell(unsaved);
    }
    saveIn(0);
  };

  const send = async (reply: KeptReply, outlivesThePage = false) => {
    const mine = await keys;
    return saveDraft(mine, await seal(mine.key, mine.id, reply), version, outlivesThePage);
  };

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const reply = unsaved;
    if (saving || isOver || reply === undefined) return;
    turn('saving');
    const sent = send(reply);
    saving = sent;
    const heard = await sent;
    saving = undefined;
    if (isOver) return;
    if (heard.kind === 'ok') {
      version = heard.value.version;
      saved = reply;
      tries = 0;
      turn('saved');
      if (unsaved === reply) unsaved = undefined;
      else saveIn(0);
    } else if (heard.kind === 'refused' && heard.status === 412) await merge(reply);
    // Sent or deleted elsewhere: there is nothing to save it over.
    else if (heard.kind === 'refused' && [404, 410].includes(heard.status)) isOver = true;
    else again(heard);
  };

  return {
    open: async () => {
      const mine = await keys;
      const inTab = replyInTab(mine.id);
      const tab = inTab && (await unseal(mine.key, mine.id, inTab.ciphertext));
      const there = await fetchIt();
      if (there === 'unheard') return there;
      saved = there === 'none' ? undefined : there;
      const here = tab?.ok ? read(tab.value) : undefined;
      // A later version than the one that this tab made: another device has gone on with it.
      if (!here || (version ?? 0) > (inTab?.version ?? 0) + 1) return there;
      if (JSON.stringify(here) !== JSON.stringify(there)) {
        unsaved = here;
        saveIn(0);
      }
      return here;
    },

    keep(reply) {
      if (isOver) return;
      unsaved = reply;
      void keys.then(async ({ key, id }) => {
        const ciphertext = await seal(key, id, reply);
        if (!isOver && unsaved === reply) writeReplyInTab({ id, ciphertext, version });
      });
      if (timer === undefined) saveIn(SAVE_AFTER_MS);
    },
    saveNow: () => void save(),

    onMerged(tell) {
      mergers.add(tell);
      return () => mergers.delete(tell);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async wipe() {
      isOver = true;
      clearTimeout(timer);
      forgetReplyInTab();
      const mine = await keys;
      // A first save that came after its own deletion would stay.
      await saving;
      for (let tried = 1; tried <= DELETE_TRIES; tried += 1) {
        const heard = await deleteDraft(mine);
        if (heard.kind === 'ok' || heard.kind === 'refused') return;
        await pause(waitOf(heard, tried));
      }
    },

    async leave() {
      const reply = unsaved;
      isOver = true;
      clearTimeout(timer);
      if (reply === undefined) return;
      await keys;
      void send(reply, true);
    },
  };
}
