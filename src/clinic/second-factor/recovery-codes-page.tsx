import type { Session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { openDoor } from '../session/door.ts';
import { Entry } from '../session/entry.tsx';
import { useTitle } from '../shell/title.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  readonly codes: readonly string[];
  readonly session: Session;
}

/** Shown this once, before the portal opens for the first time. */
export function RecoveryCodesPage({ codes, session }: Props) {
  useTitle('Recovery codes');
  return (
    <Entry title="Keep your recovery codes">
      <p>
        If your device is lost, one of these codes stands in for it. Each works once. They are shown only now:
        print them or put them into a password manager, apart from your device.
      </p>
      <RecoveryCodes codes={codes} />
      <Button onClick={() => openDoor(session)}>I have kept them</Button>
    </Entry>
  );
}
