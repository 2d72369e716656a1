import type { ReactNode } from 'react';

export type ChipLevel = 'safety' | 'review' | 'note' | 'clear';

const shapes: Readonly<Record<ChipLevel, string>> = { safety: '▲', review: '◆', note: '●', clear: '✓' };

/** Word, shape and colour, always all three. */
export const Chip = ({ level, children }: { readonly level: ChipLevel; readonly children: ReactNode }) => (
  <span className={`chip ${level}`}>
    <span aria-hidden="true">{shapes[level]}</span>
    <span>{children}</span>
  </span>
);
