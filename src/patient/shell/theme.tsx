import { useId, useLayoutEffect, useState } from 'react';
import { useWords } from './context.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const isTheme = (value: unknown): value is Theme => themes.some((one) => one === value);
const KEY = 'prelude-colors';

/** Kept for the tab alone: on a shared device even this would say that somebody was here. */
function readTheme(): Theme {
  try {
    const kept = sessionStorage.getItem(KEY);
    return isTheme(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

function keepTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    sessionStorage.setItem(KEY, theme);
  } catch {
    // Where storage is refused the choice holds until the page is loaded again.
  }
}

export function ThemeSwitch() {
  const { theme: label, themes: names } = useWords().header;
  const [theme, setTheme] = useState<Theme>('auto');
  const id = useId();
  useLayoutEffect(() => {
    const kept = readTheme();
    if (kept !== 'auto') {
      setTheme(kept);
      keepTheme(kept);
    }
  }, []);
  return (
    <div className="theme-switch needs-script">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={theme}
        onChange={({ target }) => {
          if (!isTheme(target.value)) return;
          setTheme(target.value);
          keepTheme(target.value);
        }}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
