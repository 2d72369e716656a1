import { useEffect, useState } from 'react';
import { type Session, session as sessionSchema } from '../../submission/staff-wire.ts';
import { ask, refusalBehind } from '../api.ts';
import { closeDoor, shutOut } from '../session/door.ts';
import { watchIdle } from '../session/idle.ts';
import { listenToTabs } from '../session/tabs.ts';

async function tellServer(): Promise<void> {
  try {
    await ask(sessionSchema, '/api/auth/session');
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal.kind === 'signedOut') shutOut(refusal.because);
    throw error;
  }
}

/** Locks the portal when nobody touches it, and says so a minute before. Any key or movement is enough to stay. */
export function IdleLock({
  session,
  beforeLock,
}: {
  readonly session: Session;
  readonly beforeLock: () => void;
}) {
  const [isNear, setNear] = useState(false);
  const { idleLockSeconds } = session;
  useEffect(
    () =>
      watchIdle({
        lockAfterSeconds: idleLockSeconds,
        tellServer,
        onNear: setNear,
        onLock: () => {
          beforeLock();
          closeDoor('locked');
        },
      }),
    [idleLockSeconds, beforeLock],
  );
  useEffect(() => listenToTabs((news) => news === 'left' && closeDoor('left')), []);
  return (
    <div className="lock-notice" role="status">
      {isNear && <p>The portal locks in a minute. Press a key or move the mouse to stay.</p>}
    </div>
  );
}
