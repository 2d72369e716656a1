import type { Clock } from '../../lib/clock.ts';
import type { AddressClass } from '../audit/act.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Tx, Work } from '../db/transaction.ts';
import { changedMeanwhile, Problem } from '../edge/problem.ts';
import { noteErasure } from '../retention/erasures.repository.ts';
import {
  type DraftRow,
  deleteDraft,
  deleteIfExpired,
  findDraft,
  findTombstone,
  insertDraft,
  putTombstone,
  type Tombstone,
  updateDraft,
} from './drafts.repository.ts';
import type { GuessLimit } from './guess-limit.ts';
import { holdDraft } from './hold-draft.ts';
import { hashOfVerifier, opens } from './verifier.ts';

/** Who asks for a draft: whoever holds its secret. The address is kept nowhere. */
export interface Asker {
  readonly draftId: string;
  readonly verifier: string;
  readonly address: string;
  readonly addressClass: AddressClass;
  readonly requestId: string;
}

/** The version that the sender has seen; `none`: this is to be the first. */
export type Seen = number | 'none';

export interface SavedDraft {
  readonly version: number;
  readonly expiresAt: Date;
}

export interface LoadedDraft {
  readonly version: number;
  readonly ciphertext: Uint8Array;
  readonly savedAt: Date;
}

export interface Drafts {
  save(asker: Asker, seen: Seen, ciphertext: Uint8Array): Promise<SavedDraft>;
  load(asker: Asker): Promise<LoadedDraft>;
  remove(asker: Asker): Promise<void>;
}

export interface DraftNeeds {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly guesses: GuessLimit;
  readonly draftDays: number;
}

const DAY_MS = 24 * 60 * 60_000;

/** What this person may know of this id: a live draft, how it ended, or nothing at all. */
type Found =
  | { readonly kind: 'live'; readonly draft: DraftRow }
  | { readonly kind: 'ended'; readonly tombstone: Tombstone }
  /** Never used, expired, or somebody else's: to the outside all three are one. */
  | { readonly kind: 'unknown'; readonly isFree: boolean };

export const createDrafts = (needs: DraftNeeds): Drafts => {
  const { audit, clock, guesses } = needs;
  const now = () => clock.now().getTime();

  const look = async (tx: Tx, { draftId, verifier }: Asker): Promise<Found> => {
    await holdDraft(tx, draftId);
    const draft = await findDraft(tx, draftId);
    const tombstone = await findTombstone(tx, draftId);
    const isTheirs = opens(verifier, draft?.verifier_hash ?? tombstone?.verifier_hash);
    if (draft !== undefined) {
      if (!isTheirs) return { kind: 'unknown', isFree: false };
      return draft.expires_at > now() ? { kind: 'live', draft } : { kind: 'unknown', isFree: true };
    }
    if (tombstone === undefined) return { kind: 'unknown', isFree: true };
    if (!isTheirs) return { kind: 'unknown', isFree: false };
    return tombstone.reason === 'expired' ? { kind: 'unknown', isFree: true } : { kind: 'ended', tombstone };
  };

  /** One transaction behind the limit of guesses. A wrong guess is the same answer whatever the reason. */
  const guarded = async <T>({ address, draftId }: Asker, work: Work<T | 'unknown'>): Promise<T> => {
    const { answer } = await guesses.guarded(address, draftId, async (tx) => {
      const found = await work(tx);
      return found === 'unknown' ? undefined : { answer: found };
    });
    return answer;
  };

  const record = (tx: Tx, asker: Asker, action: 'draft.create' | 'draft.read' | 'draft.delete') =>
    audit.append(tx, {
      actor: { kind: 'patient' },
      action,
      object: { type: 'draft', id: asker.draftId },
      requestId: asker.requestId,
      addressClass: asker.addressClass,
    });

  const create = async (tx: Tx, asker: Asker, ciphertext: Uint8Array): Promise<SavedDraft> => {
    const at = now();
    const expiresAt = at + needs.draftDays * DAY_MS;
    await deleteIfExpired(tx, asker.draftId, at);
    const isNew = await insertDraft(tx, {
      id: asker.draftId,
      version: 1,
      verifier_hash: hashOfVerifier(asker.verifier),
      ciphertext,
      created_at: at,
      saved_at: at,
      expires_at: expiresAt,
    });
    if (!isNew) throw changedMeanwhile();
    await record(tx, asker, 'draft.create');
    return { version: 1, expiresAt: new Date(expiresAt) };
  };

  // Not in the audit: one person types for half an hour, and the row's version tells as much.
  const overwrite = async (tx: Tx, draft: DraftRow, ciphertext: Uint8Array): Promise<SavedDraft> => {
    const at = now();
    const expiresAt = at + needs.draftDays * DAY_MS;
    const version = draft.version + 1;
    const isNext = await updateDraft(tx, draft.id, {
      version,
      ciphertext,
      saved_at: at,
      expires_at: expiresAt,
    });
    if (!isNext) throw changedMeanwhile();
    return { version, expiresAt: new Date(expiresAt) };
  };

  return {
    save: (asker, seen, ciphertext) =>
      guarded(asker, async (tx) => {
        const found = await look(tx, asker);
        if (found.kind === 'ended') return ended(found.tombstone);
        if (found.kind === 'unknown') {
          return found.isFree && seen === 'none' ? create(tx, asker, ciphertext) : 'unknown';
        }
        const { draft } = found;
        if (seen === draft.version) return overwrite(tx, draft, ciphertext);
        if (isRepeat(draft, seen, ciphertext)) {
          return { version: draft.version, expiresAt: new Date(draft.expires_at) };
        }
        throw changedMeanwhile();
      }),

    load: (asker) =>
      guarded(asker, async (tx) => {
        const found = await look(tx, asker);
        if (found.kind === 'ended') return ended(found.tombstone);
        if (found.kind === 'unknown') return 'unknown';
        await record(tx, asker, 'draft.read');
        const { version, ciphertext, saved_at } = found.draft;
        return { version, ciphertext, savedAt: new Date(saved_at) };
      }),

    remove: (asker) =>
      guarded(asker, async (tx) => {
        const found = await look(tx, asker);
        if (found.kind === 'unknown') return 'unknown';
        if (found.kind === 'ended') return undefined;
        await deleteDraft(tx, asker.draftId);
        await putTombstone(tx, tombstoneOf(found.draft, 'deleted', now()));
        await noteErasure(tx, { record_id: asker.draftId, erased_at: now(), reason: 'deleted-by-patient' });
        await record(tx, asker, 'draft.delete');
        return undefined;
      }),
  };
};

/** A repeat of a save whose answer was lost on the way: nonces are random, so equal bytes are the same message. */
const isRepeat = (draft: DraftRow, seen: Seen, ciphertext: Uint8Array): boolean =>
  draft.version === (seen === 'none' ? 0 : seen) + 1 && Buffer.from(ciphertext).equals(draft.ciphertext);

const tombstoneOf = (draft: DraftRow, reason: Tombstone['reason'], at: number): Tombstone => ({
  draft_id: draft.id,
  verifier_hash: draft.verifier_hash,
  reason,
  submission_id: null,
  ended_at: at,
});

/** Whoever holds the secret of a sent form is shown the way to its status; of a deleted one there is nothing left. */
const ended = (tombstone: Tombstone): 'unknown' => {
  if (tombstone.reason === 'sent') throw draftSent();
  return 'unknown';
};

/** The person holds the secret, so they may know that their form has arrived. */
const draftSent = (): Problem =>
  new Problem({
    status: 410,
    code: 'draft-sent',
    title: 'This form has been sent',
    detail: 'Look at its status with the same link or code.',
  });
