import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useWords } from './context.ts';

const OneMoment = () => (
  <p className="one-moment" role="status">
    {useWords().loading}
  </p>
);

/** A page whose code is fetched when it is first needed. Once `load` is done it is drawn at once, as on the server. */
export function later<P extends object>(fetchIt: () => Promise<ComponentType<P>>) {
  let here: ComponentType<P> | undefined;
  const Lazy = lazy(async () => ({ default: await fetchIt() }));
  const Later = (props: P) => {
    const [Page] = useState(() => here ?? Lazy);
    return (
      <Suspense fallback={<OneMoment />}>
        <Page {...props} />
      </Suspense>
    );
  };
  const load = async () => {
    here = await fetchIt();
  };
  return Object.assign(Later, { load });
}
