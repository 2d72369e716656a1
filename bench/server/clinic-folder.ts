import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '../../src/lib/clock.ts';
import { createAuditLog } from '../../src/server/audit/audit-log.ts';
import { openStore, type StorePlace } from '../../src/server/db/connect.ts';
import { unlockStore } from '../../src/server/keys/unlock.usecases.ts';
import { SESSION_COOKIE } from '../../src/server/sign-in/session-cookie.ts';
import { startSession } from '../../src/server/sign-in/sessions.usecases.ts';
import { insertPreparedUser, prepareUser } from '../../src/server/sign-in/users.ts';

/** Where one clinic of the bench lies. */
export interface ClinicFolder {
  readonly path: string;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly auditDir: string;
  /** People of it whom the bench looks for; there once it is filled. */
  readonly known: string;
}

/** Somebody who never lived, by what they are looked for. */
export interface KnownPerson {
  readonly id: string;
  readonly reference: string;
  readonly lastName: string;
  readonly phone: string;
  readonly birthDate: string;
}

export const clinicFolder = (path: string): ClinicFolder => ({
  path,
  dataDir: join(path, 'data'),
  keysDir: join(path, 'keys'),
  auditDir: join(path, 'audit'),
  known: join(path, 'known.json'),
});

export const sqliteIn = ({ dataDir }: ClinicFolder): StorePlace => ({
  engine: 'sqlite',
  file: join(dataDir, 'prelude.sqlite'),
});

const origin = { requestId: 'bench', addressClass: 'loopback' } as const;

/**
 * Before a server starts: the last so many that came are open, all others closed, and a clinician is signed in.
 *
 * @returns the cookie of their session
 */
export const prepareClinic = async (
  folder: ClinicFolder,
  place: StorePlace,
  open: number,
): Promise<string> => {
  const store = await openStore(place);
  const vault = await unlockStore(store, folder);
  const clock = systemClock;
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const newest = store
    .db()
    .selectFrom('submissions')
    .select('id')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(open);
  const user = prepareUser(vault, {
    id: randomUUID(),
    profile: { name: 'Sam Rivera', signInName: randomUUID() },
    roles: ['clinician'],
    passwordHash: 'none: nobody signs in with it',
    now: clock.now().getTime(),
  });
  const { token } = await store.inTransaction(async (tx) => {
    await tx
      .updateTable('submissions')
      .set({ status: 'closed', closed_at: clock.now().getTime() })
      .where('status', '!=', 'closed')
      .where('id', 'not in', newest)
      .execute();
    await tx
      .updateTable('submissions')
      .set({ status: 'new', closed_at: null })
      .where('status', '=', 'closed')
      .where('id', 'in', newest)
      .execute();
    await insertPreparedUser(tx, user);
    const visit = { origin, address: '127.0.0.1', device: 'bench' };
    return startSession(tx, { audit, clock }, user.row, visit, 'bench');
  });
  await store.close();
  return `${SESSION_COOKIE}=${token}`;
};
