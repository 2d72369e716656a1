import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useClinic } from '../shell/clinic.ts';
import { DemonstrationLine } from '../shell/demonstration.tsx';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page before the portal: one column, one thing to do. */
export function Entry({ title, children }: Props) {
  const clinic = useClinic();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <>
      <DemonstrationLine />
      <main className="entry">
        <div className="entry-card">
          <p className="entry-clinic">{clinic?.name ?? 'Clinic portal'}</p>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {children}
        </div>
      </main>
    </>
  );
}
