import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { goTo, paths, type RouteName } from './route.ts';

/** With a modifier or the middle button, the browser opens a tab of its own. */
const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly to: RouteName };

/** A real link that stays in the app, so that what is in memory survives. Without JavaScript it is a plain one. */
export const Link = ({ to, children, ...rest }: Props) => (
  <a
    {...rest}
    href={paths[to]}
    onClick={(event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      goTo(to);
    }}
  >
    {children}
  </a>
);
