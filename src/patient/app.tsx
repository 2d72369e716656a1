import { useLayoutEffect, useMemo, useState } from 'react';
import type { Locale } from '../lib/locale.ts';
import type { PublicSettings } from '../settings/public-settings.ts';
import { type Begun, FirstQuestion } from './form/first-question.tsx';
import { About, FollowUp, Form, Help, Lost, Resume, Status } from './pages/pages.ts';
import { Start } from './pages/start.tsx';
import type { Device } from './session/device.ts';
import { Unbroken } from './shell/broken.tsx';
import { type Surroundings, SurroundingsContext } from './shell/context.ts';
import { isLive } from './shell/live.ts';
import { inOnePiece } from './shell/one-piece.ts';
import { goTo, useHere } from './shell/route.ts';

interface Props {
  readonly clinic: PublicSettings;
  /** The language that the server drew. */
  readonly drawnIn: Locale;
  /** The path that the server drew. */
  readonly path: string;
  /** Start was pressed before the app was there: the first question is what was drawn. */
  readonly begun?: Begun | undefined;
}

export function App({ clinic, drawnIn, path, begun }: Props) {
  const [locale, setLocale] = useState(drawnIn);
  /** Somebody has just begun, until the first question is answered. */
  const [beginning, setBeginning] = useState(begun);
  const { route } = useHere(path);

  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const surroundings = useMemo<Surroundings>(
    () => ({ clinic: { ...clinic, phone: inOnePiece(clinic.phone) }, locale, speak: setLocale }),
    [clinic, locale],
  );

  const isOpen = isLive(clinic, locale);

  const begin = (device: Device) => {
    setBeginning({ device, goesOn: false });
    goTo('form');
  };

  return (
    <SurroundingsContext value={surroundings}>
      <Unbroken key={route}>
        {route === 'start' && <Start onBegin={begin} />}
        {route === 'form' && isOpen && beginning && (
          <FirstQuestion begun={beginning} fetchForm={Form.load} onLeft={() => setBeginning(undefined)} />
        )}
        {route === 'form' && isOpen && !beginning && <Form />}
        {route === 'form' && !isOpen && <Start onBegin={begin} />}
        {route === 'help' && <Help />}
        {route === 'about' && <About />}
        {route === 'resume' && <Resume />}
        {route === 'status' && <Status />}
        {route === 'followUp' && <FollowUp />}
        {route === 'lost' && <Lost />}
      </Unbroken>
    </SurroundingsContext>
  );
}
