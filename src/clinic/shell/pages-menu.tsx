import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Role, Session } from '../../submission/staff-wire.ts';
import { type Destination, FIRST_VIEW, linkTo } from '../router.ts';

interface Page {
  readonly name: string;
  readonly place: Destination;
  /** Absent: everybody's. */
  readonly for?: readonly Role[];
}

/** Every page of the portal that the menu leads to, and who sees it. */
const pages: readonly Page[] = [
  {
    name: 'Queue',
    place: { page: 'queue', view: FIRST_VIEW, open: undefined },
    for: ['clinician', 'frontDesk'],
  },
  { name: 'Export a list', place: { page: 'lists' }, for: ['clinician'] },
  { name: 'Users', place: { page: 'users' }, for: ['administrator'] },
  { name: 'Audit', place: { page: 'audit' }, for: ['administrator'] },
  { name: 'Notices', place: { page: 'notices' }, for: ['administrator'] },
  { name: 'Settings', place: { page: 'settings' }, for: ['administrator'] },
  { name: 'Retention', place: { page: 'retention' }, for: ['administrator'] },
  { name: 'Your account', place: { page: 'account' } },
];

/** Under the name of whoever is signed in: where else they may go. */
export function PagesMenu({ session }: { readonly session: Session }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  useEffect(() => {
    const closeElsewhere = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) menu.current?.removeAttribute('open');
    };
    addEventListener('pointerdown', closeElsewhere);
    return () => removeEventListener('pointerdown', closeElsewhere);
  }, []);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    close();
    menu.current?.querySelector('summary')?.focus();
  };
  const isTheirs = ({ for: whom }: Page) =>
    whom === undefined || whom.some((role) => session.roles.includes(role));
  return (
    <details className="pages-menu" ref={menu} onKeyDown={onKeyDown}>
      <summary>
        <span className="pages-menu-name">{session.name}</span>
        <span className="visually-hidden">: pages</span>
      </summary>
      <nav aria-label="Pages">
        <ul>
          {pages.filter(isTheirs).map(({ name, place }) => {
            const { href, onClick } = linkTo(place);
            return (
              <li key={name}>
                <a
                  href={href}
                  onClick={(event) => {
                    close();
                    onClick(event);
                  }}
                >
                  {name}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </details>
  );
}
