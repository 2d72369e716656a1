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
const everyday: readonly Page[] = [
  {
    name: 'Queue',
    place: { page: 'queue', view: FIRST_VIEW, open: undefined },
    for: ['clinician', 'frontDesk'],
  },
  { name: 'Figures', place: { page: 'figures', period: '12' }, for: ['clinician', 'administrator'] },
  { name: 'Export a list', place: { page: 'lists' }, for: ['clinician'] },
  { name: 'Your account', place: { page: 'account' } },
];

const administration: readonly Page[] = [
  { name: 'Users', place: { page: 'users' } },
  { name: 'Audit', place: { page: 'audit' } },
  { name: 'Notices', place: { page: 'notices' } },
  { name: 'Settings', place: { page: 'settings' } },
  { name: 'Retention', place: { page: 'retention' } },
];

interface LinksProps {
  readonly pages: readonly Page[];
  readonly leave: () => void;
  /** The id of their title. */
  readonly titled?: string;
}

const PageLinks = ({ pages, leave, titled }: LinksProps) => (
  <ul aria-labelledby={titled}>
    {pages.map(({ name, place }) => {
      const { href, onClick } = linkTo(place);
      return (
        <li key={name}>
          <a
            href={href}
            onClick={(event) => {
              leave();
              onClick(event);
            }}
          >
            {name}
          </a>
        </li>
      );
    })}
  </ul>
);

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
        <PageLinks pages={everyday.filter(isTheirs)} leave={close} />
        {session.roles.includes('administrator') && (
          <>
            <p className="pages-menu-title" id="pages-of-administration">
              Administration
            </p>
            <PageLinks pages={administration} leave={close} titled="pages-of-administration" />
          </>
        )}
      </nav>
    </details>
  );
}
