import type { NewFactor, OwnAccount } from '../../submission/sign-in-wire.ts';
import type { Action, Actor } from '../audit/act.ts';
import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { SecondFactorsTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SignedIn } from '../edge/access.ts';
import { changedMeanwhile, conflict, notFound } from '../edge/problem.ts';
import { tryOut, unusablePasskey } from '../second-factor/new-factor.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../second-factor/recovery-codes.ts';
import { openPasskey, sealFactor, userKey } from '../second-factor/sealed-factors.ts';
import {
  countRecoveryCodes,
  deleteFactor,
  listFactors,
  renamePasskey,
  replaceRecoveryCodes,
} from '../second-factor/second-factors.repository.ts';
import type { Origin } from '../sign-in/origin.ts';
import { activeStaff, readProfile } from '../sign-in/users.ts';

/** What somebody does to their own account. */
export const createOwnAccount = (deps: Dependencies, staff: SignedIn, origin: Origin) => {
  const { store, vault, audit, clock } = deps;
  const { userId } = staff;
  const actor: Actor = { kind: 'staff', ...staff };

  const record = (tx: Tx, action: Action, id: string, reason?: string) =>
    audit.append(tx, {
      actor,
      action,
      object: { type: action === 'recovery-codes.make' ? 'user' : 'factor', id },
      ...(reason === undefined ? {} : { reason }),
      ...origin,
    });

  const ownFactor = async (id: string): Promise<SecondFactorsTable> => {
    const found = (await listFactors(store.db(), userId)).find((factor) => factor.id === id);
    if (found === undefined) throw notFound();
    return found;
  };

  return {
    read: async (): Promise<OwnAccount> => {
      const db = store.db();
      const key = await userKey(db, vault, userId);
      const factors = await listFactors(db, userId);
      return {
        ...(await readProfile(db, vault, await activeStaff(deps, userId))),
        factors: factors.map((row) => ({
          id: row.id,
          kind: row.kind,
          name: row.kind === 'passkey' ? openPasskey(vault, key, row).name : null,
          addedAt: new Date(row.created_at).toISOString(),
          usedAt: row.used_at === null ? null : new Date(row.used_at).toISOString(),
        })),
        recoveryCodesLeft: await countRecoveryCodes(db, userId),
      };
    },

    add: async (given: NewFactor): Promise<void> => {
      const keep = await tryOut(deps, await activeStaff(deps, userId), given, staff.sessionHash);
      await store.inTransaction(async (tx) => {
        const id = await keep(tx);
        if (id === undefined) throw unusablePasskey();
        await record(tx, 'factor.add', id, given.kind);
      });
    },

    rename: async (id: string, name: string): Promise<void> => {
      const factor = await ownFactor(id);
      if (factor.kind !== 'passkey') throw notFound();
      const key = await userKey(store.db(), vault, userId);
      const next = { id, version: factor.version + 1 };
      const content = sealFactor(vault, key, next, { ...openPasskey(vault, key, factor), name });
      await store.inTransaction(async (tx) => {
        if (!(await renamePasskey(tx, factor, content))) throw changedMeanwhile();
        await record(tx, 'factor.rename', id);
      });
    },

    /** The last one stays: without it nobody could sign in. */
    remove: async (id: string): Promise<void> => {
      await ownFactor(id);
      await store.inTransaction(async (tx) => {
        await oneAtATime(tx, `factors ${userId}`);
        const factors = await listFactors(tx, userId);
        if (!factors.some((factor) => factor.id === id)) throw notFound();
        if (factors.length === 1) throw lastFactor();
        await deleteFactor(tx, id);
        await record(tx, 'factor.remove', id);
      });
    },

    /** New ones void the old. */
    makeRecoveryCodes: async (): Promise<string[]> => {
      const codes = newRecoveryCodes();
      const hashes = codes.map(recoveryCodeHash);
      await store.inTransaction(async (tx) => {
        await replaceRecoveryCodes(tx, userId, hashes, clock.now().getTime());
        await record(tx, 'recovery-codes.make', userId);
      });
      return [...codes];
    },
  };
};

const lastFactor = () =>
  conflict('last-factor', 'This is your only second factor. Add another one first, then remove this one.');
