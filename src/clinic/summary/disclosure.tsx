import { createContext, type ReactNode, use, useState } from 'react';
import type { Open } from '../router.ts';
import { rememberOpen, wasOpen } from '../session/memory.ts';

const PlaceContext = createContext<Open | undefined>(undefined);

/** Around a case: what was opened in it is open again after a lock, or when somebody comes back to it. */
export const CasePlace = ({ place, children }: { readonly place: Open; readonly children: ReactNode }) => (
  <PlaceContext value={place}>{children}</PlaceContext>
);

interface Props {
  /** Unlike any other of the case. */
  readonly part: string;
  readonly className: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** Opens in place. The browser's own `details`: found by its search, opened by its keyboard. */
export function Disclosure({ part, className, summary, children }: Props) {
  const place = use(PlaceContext);
  const [isOpenAtFirst] = useState(() => place !== undefined && wasOpen(place, part));
  return (
    <details
      className={className}
      open={isOpenAtFirst}
      onToggle={({ currentTarget }) => place && rememberOpen(place, part, currentTarget.open)}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
