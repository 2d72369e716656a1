import { memo } from 'react';
import { tell } from '../words/tell.ts';
import { useClinic, useOpenHours, useWords } from './context.ts';
import { Link } from './link.tsx';
import { telLink } from './one-piece.ts';
import { ThemeSwitch } from './theme.tsx';

/** The same on every page: a page that is turned does not draw it anew. */
export const Footer = memo(() => {
  const { footer } = useWords();
  const { name, phone, privacyUrl, locations } = useClinic();
  const hours = useOpenHours();
  return (
    <footer className="bottom">
      <div className="column">
        <p>
          <strong>{name}</strong>
        </p>
        <p>
          <a href={telLink(phone)}>{tell(footer.call, { phone })}</a>
        </p>
        {locations.map((location) => (
          <p key={location.id}>{[location.name, location.address].filter(Boolean).join(': ')}</p>
        ))}
        {hours && <p>{tell(footer.open, { hours })}</p>}
        <p>{footer.notWatched}</p>
        <ul className="footer-links">
          <li>
            <Link to="about">{footer.about}</Link>
          </li>
          {privacyUrl && (
            <li>
              <a href={privacyUrl} target="_blank" rel="noreferrer">
                {footer.privacy}
              </a>
            </li>
          )}
        </ul>
        <ThemeSwitch />
      </div>
    </footer>
  );
});
