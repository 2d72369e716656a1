import { type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import type { Session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask, refusalBehind } from '../api.ts';
import { closeDoor } from '../session/door.ts';
import { forgetEverything } from '../session/memory.ts';
import { tellTabs } from '../session/tabs.ts';
import { troubleWords } from '../trouble.tsx';
import { useClinic } from './clinic.ts';
import { PagesMenu } from './pages-menu.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Leaves only when the server has ended the session: a page that merely looks signed out is worse than none. */
function SignOut() {
  const [trouble, setTrouble] = useState<string>();
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    if (isLeaving) return;
    setLeaving(true);
    try {
      await ask(z.undefined(), '/api/auth/sign-out', { method: 'POST' });
      tellTabs('left');
      forgetEverything();
      closeDoor('left');
    } catch (error) {
      setTrouble(`You are still signed in. ${troubleWords(refusalBehind(error))}`);
      setLeaving(false);
    }
  };
  return (
    <>
      <Button look="quiet" onClick={leave}>
        Sign out
      </Button>
      <span className="sign-out-trouble" role="alert">
        {trouble}
      </span>
    </>
  );
}

export function PortalBar({
  session,
  children,
}: {
  readonly session: Session;
  readonly children?: ReactNode;
}) {
  const clinic = useClinic();
  return (
    <header className="portal-bar">
      <p className="portal-name">{clinic?.name ?? 'Clinic portal'}</p>
      {children}
      <div className="portal-user">
        <ThemeSwitch />
        <PagesMenu session={session} />
        <SignOut />
      </div>
    </header>
  );
}
