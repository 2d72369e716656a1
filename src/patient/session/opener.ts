import type { Draft } from '../../machines/draft.ts';
import { mergeDrafts } from '../../machines/merge-drafts.ts';
import { type DraftContext, parseDraft, type TypedInputs } from '../../machines/parse-draft.ts';
import { same } from '../../machines/same.ts';
import type { Opened } from '../../machines/session.types.ts';
import { Unheard } from '../../machines/unheard.ts';
import type { Key as QuestionKey } from '../../steps/catalog.ts';
import { formVersion } from '../../steps/form-version.ts';
import { loadDraft } from '../api/client.ts';
import { unseal } from '../draft/seal.ts';
import { readTabCopy } from '../draft/tab-copy.ts';
import type { HalfTyped } from './half-typed.ts';
import type { HeldKey, Key } from './held-key.ts';
import { keptOnDevice } from './kept-here.ts';
import { tryLater } from './try-later.ts';

/** Why a draft did not open, where the person can do something about it. */
export type Trouble = 'tooManyTries' | 'newerForm' | 'foreign' | 'offline';

/** The form is another one since the draft was saved: what has to be asked again. */
export interface FormChange {
  readonly askAgain: readonly QuestionKey[];
}

interface Found {
  readonly draft: Draft;
  readonly typed?: TypedInputs | undefined;
  readonly version: number | null;
}

/** Finds the draft: behind a code that was given, else on this device, and what the server holds of it. */
export function createOpener(context: DraftContext, key: HeldKey, typed: HalfTyped) {
  let trouble: Trouble | undefined;
  let formChange: FormChange | undefined;
  /** The code that is opened next, and whether this device is the person's own. */
  let given: { readonly ownDevice: boolean } | undefined;

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
      const { draft, typed: halfTyped, savedBy, askAgain } = parsed.value;
      if (savedBy !== formVersion || askAgain.length > 0) formChange = { askAgain };
      return { draft, typed: savedBy === formVersion ? halfTyped : undefined };
    }
    trouble = parsed.error === 'newerForm' ? 'newerForm' : 'foreign';
    return undefined;
  };

  /** The copy on the server: `none` where it has none, expired and wrong alike. */
  const fetchDraft = async (mine: Key): Promise<Found | 'none' | 'sent' | Unheard> => {
    const heard = await loadDraft(mine.keys);
    if (heard.kind === 'ok') {
      const opened = await read(mine, heard.value.ciphertext);
      return opened ? { ...opened, version: heard.value.version } : new Unheard();
    }
    if (heard.kind === 'refused' && heard.status === 410) return 'sent';
    if (heard.kind === 'refused' && heard.status === 404) return 'none';
    trouble = heard.kind === 'busy' && heard.status === 429 ? 'tooManyTries' : 'offline';
    return tryLater(heard);
  };

  /** What lies on this device, opened; the device's kind comes with it. */
  const readHere = async (): Promise<(Found & { ownDevice: boolean }) | 'receipt' | undefined> => {
    const kept = await keptOnDevice();
    if (kept) {
      key.use(kept.secret);
      const mine = await key.held();
      const opened = await read(mine, kept.ciphertext);
      if (opened) {
        await typed.keepBeside(mine);
        return { ...opened, version: kept.version, ownDevice: true };
      }
    }
    const tab = readTabCopy();
    if (!tab) return undefined;
    key.use(tab.secret);
    if (tab.receipt) return 'receipt';
    const opened = tab.ciphertext && (await read(await key.held(), tab.ciphertext));
    return opened ? { ...opened, version: tab.version, ownDevice: false } : undefined;
  };

  const openGiven = async (ownDevice: boolean): Promise<Opened> => {
    const there = await fetchDraft(await key.held());
    if (there === 'none') return { kind: 'unknownCode' };
    if (there === 'sent') return { kind: 'sent' };
    if (there instanceof Unheard) throw there;
    typed.found(there.typed);
    given = undefined;
    return { kind: 'found', draft: there.draft, version: there.version, ownDevice, isSaved: true };
  };

  const openHere = async (): Promise<Opened> => {
    const here = await readHere();
    if (here === 'receipt') {
      const receipt = readTabCopy()?.receipt;
      return { kind: 'sent', ...(receipt && { receipt }) };
    }
    if (!here) return { kind: 'none' };
    const { opened, isAsLeftHere } = await withServer(here);
    if (opened.kind === 'found') await typed.findHere(isAsLeftHere);
    return opened;
  };

  /** No other device has changed an answer since: what stood in the inputs here then still belongs to the draft. */
  const withServer = async (
    here: Found & { ownDevice: boolean },
  ): Promise<{ readonly opened: Opened; readonly isAsLeftHere: boolean }> => {
    const { draft: mine, version, ownDevice } = here;
    const there = await fetchDraft(await key.held());
    if (there === 'sent') return { opened: { kind: 'sent' }, isAsLeftHere: true };
    if (there === 'none')
      return { opened: { kind: 'found', draft: mine, version: null, ownDevice }, isAsLeftHere: true };
    // Without a connection the copy here is all there is; what is on the server is merged with the next save.
    if (there instanceof Unheard)
      return { opened: { kind: 'found', draft: mine, version, ownDevice }, isAsLeftHere: true };
    const { draft } = mergeDrafts(mine, there.draft);
    typed.found(there.typed);
    const isSaved = JSON.stringify(draft) === JSON.stringify(there.draft);
    return {
      opened: { kind: 'found', draft, version: there.version, ownDevice, isSaved },
      isAsLeftHere: same(draft.answers, mine.answers),
    };
  };

  return {
    /** The code that was typed or followed is opened next, and kept as whose device this is. */
    openNext(secret: string, ownDevice: boolean): void {
      trouble = undefined;
      given = { ownDevice };
      key.use(secret);
    },
    async loadDraft(): Promise<Opened> {
      trouble = undefined;
      formChange = undefined;
      typed.forget();
      return given ? openGiven(given.ownDevice) : openHere();
    },
    fetchDraft,
    trouble: () => trouble,
    /** Told to the person who comes back. */
    formChange: () => formChange,
  };
}
