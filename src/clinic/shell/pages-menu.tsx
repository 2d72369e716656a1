import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Session } from '../../submission/staff-wire.ts';
import { linkTo } from '../router.ts';
import { administration, everydayOf, type Page } from './pages.ts';

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
  return (
    <details className="pages-menu" ref={menu} onKeyDown={onKeyDown}>
      <summary>
        <span className="pages-menu-name">{session.name}</span>
        <span className="visually-hidden">: pages</span>
      </summary>
      <nav aria-label="Pages">
        <PageLinks pages={everydayOf(session)} leave={close} />
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
