import { useEffect, useMemo, useState } from 'react';
import type { Locale } from '../lib/locale.ts';
import type { PublicSettings } from '../settings/settings.ts';
import { About, Form, Help, Lost, Resume, Status } from './pages/pages.ts';
import { type Device, Start } from './pages/start.tsx';
import { Unbroken } from './shell/broken.tsx';
import { type Surroundings, SurroundingsContext } from './shell/context.ts';
import { isLive } from './shell/live.ts';
import { goTo, useHere } from './shell/route.ts';

interface Props {
  readonly clinic: PublicSettings;
  /** The language that the server drew. */
  readonly drawnIn: Locale;
  /** The path that the server drew. */
  readonly path: string;
}

/** A phone number is not broken across two lines at its spaces. */
const inOnePiece = (phone: string) => phone.replaceAll(' ', '\u00a0');

export function App({ clinic, drawnIn, path }: Props) {
  const [locale, setLocale] = useState(drawnIn);
  const [device, setDevice] = useState<Device>();
  const { route } = useHere(path);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const surroundings = useMemo<Surroundings>(
    () => ({ clinic: { ...clinic, phone: inOnePiece(clinic.phone) }, locale, speak: setLocale }),
    [clinic, locale],
  );

  const isOpen = isLive(clinic, locale);

  const begin = (chosen: Device) => {
    setDevice(chosen);
    goTo('form');
  };

  return (
    <SurroundingsContext value={surroundings}>
      <Unbroken key={route}>
        {route === 'start' && <Start onBegin={begin} />}
        {route === 'form' && isOpen && <Form device={device} />}
        {route === 'form' && !isOpen && <Start onBegin={begin} />}
        {route === 'help' && <Help />}
        {route === 'about' && <About />}
        {route === 'resume' && <Resume />}
        {route === 'status' && <Status />}
        {route === 'lost' && <Lost />}
      </Unbroken>
    </SurroundingsContext>
  );
}
