import type { ReactNode } from 'react';

interface Props {
  readonly look?: 'info' | 'success' | 'warning' | 'support';
  readonly title?: string;
  readonly children: ReactNode;
}

export const Notice = ({ look = 'info', title, children }: Props) => (
  <div className={`notice ${look}`}>
    {title && <h2>{title}</h2>}
    {children}
  </div>
);
