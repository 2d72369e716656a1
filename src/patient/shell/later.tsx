import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from './context.ts';
import { Frame } from './frame.tsx';

/** Until the page is there. Help and the way out are there already. */
export const OneMoment = () => (
  <Frame>
    <p className="one-moment" role="status">
      {useWords().loading}
    </p>
  </Frame>
);

/**
 * A page whose code is fetched when it is first needed. Once `load` is done it is drawn at once, as on the server.
 *
 * @param meanwhile what is seen until then; nothing, for what lies over a page
 */
export function later<P extends object>(
  fetchIt: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = <OneMoment />,
) {
  let here: ComponentType<P> | undefined;
  const Lazy = lazy(async () => ({ default: await fetchIt() }));
  const Later = (props: P) => {
    const [Page] = useState(() => here ?? Lazy);
    return (
      <Suspense fallback={meanwhile}>
        <Page {...props} />
      </Suspense>
    );
  };
  const load = async () => {
    here = await fetchIt();
  };
  return Object.assign(Later, { load });
}

const loads: (() => Promise<void>)[] = [];

/** A page that belongs to the form: fetched ahead, once the form is there. */
export function soon<P extends object>(...page: Parameters<typeof later<P>>) {
  const Soon = later(...page);
  loads.push(Soon.load);
  return Soon;
}

/** Fetches what is left, so that a support page comes at once and no page waits for a network that is gone. */
export const loadTheRest = (): Promise<unknown> => Promise.allSettled(loads.map((load) => load()));
