import { linkTo, usePlace } from '../router.ts';
import { administration } from './pages.ts';

/** From one page of the administration to its neighbors; nothing on any other page. */
export function AdministrationNav() {
  const here = usePlace();
  if (!administration.some(({ place }) => place.page === here.page)) return null;
  return (
    <nav aria-label="Administration">
      <ul className="page-tabs">
        {administration.map(({ name, place }) => (
          <li key={name}>
            <a {...linkTo(place)} aria-current={place.page === here.page ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
