import { type FormEvent, useEffect, useState } from 'react';
import { sectionNames, sections } from '../../steps/step.ts';
import { Button, ButtonLink } from '../../ui/blocks/button.tsx';
import { ShortNumbers } from '../crisis/numbers.tsx';
import { forgetDevice } from '../draft/forget.ts';
import type { Device } from '../session/device.ts';
import { useClinic, useOpenHours, useSurroundings, useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { Link } from '../shell/link.tsx';
import { isLive } from '../shell/live.ts';
import { telLink } from '../shell/one-piece.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { DeviceTiles, deviceIn } from './device-tiles.tsx';

export const DEVICE = 'device';

function Begin({ onBegin }: { readonly onBegin: (device: Device) => void }) {
  const { start } = useWords();
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onBegin(deviceIn(new FormData(event.currentTarget), DEVICE));
  };
  return (
    // Of no dialog: pressed before anybody listens, it sends nothing and changes no address.
    <form className="begin needs-script" method="dialog" noValidate onSubmit={begin}>
      <DeviceTiles id={DEVICE} />
      <Button type="submit" wide>
        {start.begin}
      </Button>
      <p>
        <Link to="resume" className="action-link">
          {start.resume}
        </Link>
      </p>
    </form>
  );
}

/** Whoever left answers on this device is met by them first. */
function GoOn({ onForget }: { readonly onForget: () => void }) {
  const { start } = useWords();
  return (
    <section className="notice go-on" aria-labelledby="go-on">
      <h2 id="go-on">{start.goOnTitle}</h2>
      <Button wide onClick={() => goTo('form')}>
        {start.goOn}
      </Button>
      <p>
        <Button look="quiet" onClick={onForget}>
          {start.startOver}
        </Button>
      </p>
    </section>
  );
}

function useCopyOnDevice() {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    let wanted = true;
    void import('../draft/has-copy.ts')
      .then(({ hasCopy }) => hasCopy(new Date()))
      .then((found) => wanted && setThere(found));
    return () => {
      wanted = false;
    };
  }, []);
  const forget = () => void forgetDevice().then(() => setThere(false));
  return { isThere, forget };
}

export function Start({ onBegin }: { readonly onBegin: (device: Device) => void }) {
  const words = useWords();
  const { start } = words;
  const { locale } = useSurroundings();
  const clinic = useClinic();
  const hours = useOpenHours();
  const copy = useCopyOnDevice();
  const { name, phone, minutes } = clinic;
  usePageTurn(words.form.name, 'start');
  const isOpen = isLive(clinic, locale);
  return (
    <Frame>
      <h1>{start.h1}</h1>
      <p className="lead">{tell(start.lead, { n: minutes })}</p>
      {!isOpen && (
        <div className="notice">
          <p>
            <strong>{tell(start.spanishSoon, { phone })}</strong>
          </p>
        </div>
      )}
      {isOpen && copy.isThere && <GoOn onForget={copy.forget} />}
      <p>{start.notDecision}</p>

      <ShortNumbers />

      {isOpen && (
        <>
          <h2>{start.ready}</h2>
          <ul>
            {start.readyList.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          <p>{start.readyLater}</p>

          <h2>{start.hardTitle}</h2>
          <p>{start.hard}</p>

          <h2>{start.whoReads}</h2>
          <p>{tell(start.whoReadsText, { clinic: name })}</p>

          <noscript>
            <p className="notice">{tell(start.needsScript, { phone })}</p>
          </noscript>
          <Begin onBegin={copy.isThere ? () => goTo('form') : onBegin} />

          <h2>{start.sections}</h2>
          <ol className="parts">
            {sections.map((section) => (
              <li key={section}>{sectionNames[locale][section]}</li>
            ))}
          </ol>
        </>
      )}

      <h2>{start.rather}</h2>
      <p>{tell(start.ratherText, { hours })}</p>
      <p>
        <ButtonLink look="secondary" href={telLink(phone)}>
          {tell(words.footer.call, { phone })}
        </ButtonLink>
      </p>
    </Frame>
  );
}
