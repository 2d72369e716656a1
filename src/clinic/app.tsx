import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session as sessionSchema } from '../submission/staff-wire.ts';
import { ask, refusalBehind } from './api.ts';
import { Portal } from './portal.tsx';
import { usePlace } from './router.ts';
import { EnrolPage } from './second-factor/enrol-page.tsx';
import { RecoveryCodesPage } from './second-factor/recovery-codes-page.tsx';
import { SecondFactorPage } from './second-factor/second-factor-page.tsx';
import { openDoor, useDoor } from './session/door.ts';
import { Entry } from './session/entry.tsx';
import { welcome } from './session/memory.ts';
import { ProviderPage } from './session/provider-page.tsx';
import { SetupPage } from './session/setup-page.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { LostPage } from './shell/lost-page.tsx';
import { useTitle } from './shell/title.ts';
import { Trouble } from './trouble.tsx';

/** Asks the server once, when the page is loaded, whether somebody is signed in. */
function Arriving() {
  useTitle('Opening');
  const found = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => ask(sessionSchema, '/api/auth/session', { signal }),
    gcTime: 0,
  });
  useEffect(() => {
    if (!found.data) return;
    welcome(found.data.userId);
    openDoor(found.data);
  }, [found.data]);
  if (found.isError && refusalBehind(found.error).kind !== 'signedOut')
    return (
      <Entry title="Clinic portal">
        <Trouble title="The portal could not be opened" error={found.error} retry={found.refetch} />
      </Entry>
    );
  return (
    <p className="arriving" role="status">
      Opening the portal…
    </p>
  );
}

/** What was read is gone from the memory of the page as soon as nobody is signed in. */
function useForgetting(isClosed: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isClosed) client.removeQueries({ predicate: ({ queryKey: [noun] }) => noun !== 'clinic' });
  }, [isClosed, client]);
}

export function App() {
  const place = usePlace();
  const door = useDoor();
  useForgetting(door.state === 'closed');
  if (place.page === 'setup') return <SetupPage />;
  if (place.page === 'provider') return <ProviderPage />;
  if (place.page === 'lost') return <LostPage />;
  switch (door.state) {
    case 'asking':
      return <Arriving />;
    case 'closed':
      return <SignInPage why={door.why} />;
    case 'secondFactor':
      return <SecondFactorPage has={door.has} />;
    case 'enrol':
      return <EnrolPage />;
    case 'recoveryCodes':
      return <RecoveryCodesPage codes={door.codes} session={door.session} />;
    case 'open':
      return <Portal place={place} session={door.session} />;
  }
}
