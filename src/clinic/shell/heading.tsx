import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  /** Changes when the page becomes another one: the heading then takes the focus, so that it is read and Tab goes on from it. */
  readonly page: string;
  readonly children: ReactNode;
}

/** The heading of what was just opened. */
export function PageHeading({ page, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the page changes, and only then
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [page]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
