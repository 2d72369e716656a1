import { memo, type ReactNode, useLayoutEffect } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { useSurroundings, useWords } from './context.ts';
import { BLANK, leaveQuickly, onShiftThreeTimes, stayAway } from './leave.ts';
import { Link } from './link.tsx';
import { isLive } from './live.ts';
import { paths, useHere } from './route.ts';

const other: Readonly<Record<Locale, Locale>> = { en: 'es', es: 'en' };

/** Away from here at once; where the script has not come, an ordinary link. */
function LeaveLink({ className }: { readonly className: string }) {
  const { header } = useWords();
  const { leaveTo } = useSurroundings().clinic;
  return (
    <a
      className={className}
      href={leaveTo ?? BLANK}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void leaveQuickly(leaveTo);
      }}
    >
      {header.leave}
    </a>
  );
}

/** First what a listener or a keyboard needs at once: past the header, and away. */
export const TopLinks = memo(() => {
  const { header } = useWords();
  return (
    <nav>
      <a className="skip-link" href="#main">
        {header.skip}
      </a>
      <LeaveLink className="skip-link" />
    </nav>
  );
});

function LanguageSwitch() {
  const { header } = useWords();
  const { clinic, locale, speak } = useSurroundings();
  const { route } = useHere(paths.start);
  const next = other[locale];
  // A form that is not open in a language does not offer it; the other pages help in it all the same.
  const isOpen = route !== 'form' || isLive(clinic, next);
  if (!clinic.languages.includes(next) || !isOpen) return null;
  return (
    <a
      className="button quiet"
      href={`?lang=${next}`}
      lang={next}
      hrefLang={next}
      aria-label={header.otherLanguageLabel}
      onClick={(event) => {
        event.preventDefault();
        speak(next);
      }}
    >
      {header.otherLanguage}
    </a>
  );
}

interface Props {
  readonly isHelp: boolean;
  readonly notices?: ReactNode;
}

export function Header({ isHelp, notices }: Props) {
  const { header, demonstration } = useWords();
  const { clinic } = useSurroundings();
  const { leaveTo } = clinic;
  useLayoutEffect(() => stayAway(leaveTo), [leaveTo]);
  useLayoutEffect(() => onShiftThreeTimes(() => void leaveQuickly(leaveTo)), [leaveTo]);
  return (
    <header className="top">
      <p className="clinic-name column">{clinic.name}</p>
      <div className="toolbar">
        <div className="column">
          <Link to="help" className="button support-outline" {...(isHelp && { 'aria-current': 'page' })}>
            {header.helpNow}
          </Link>
          <LanguageSwitch />
          <LeaveLink className="button leave" />
        </div>
      </div>
      {clinic.demonstration && (
        <div className="banner demonstration">
          <p className="column">{demonstration}</p>
        </div>
      )}
      {notices}
    </header>
  );
}
