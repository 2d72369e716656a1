import { useEffect, useState } from 'react';

const themes = { auto: 'Auto', light: 'Light', dark: 'Dark' } as const;
type Theme = keyof typeof themes;

const isTheme = (value: string | null): value is Theme => value !== null && value in themes;
const KEY = 'prelude-clinic-colors';

function readTheme(): Theme {
  try {
    const kept = sessionStorage.getItem(KEY);
    return isTheme(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

function keep(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    sessionStorage.setItem(KEY, theme);
  } catch {
    // Where storage is refused the choice holds until the page is loaded again.
  }
}

/** What was chosen in this tab holds from the first paint on. */
export const applyKeptTheme = (): void => keep(readTheme());

/** Light or dark against the system's choice, for this tab. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => keep(theme), [theme]);
  return (
    <label className="theme-switch">
      <span aria-hidden="true">◐</span>
      <span className="visually-hidden">Colors</span>
      <select value={theme} onChange={({ target }) => isTheme(target.value) && setTheme(target.value)}>
        {Object.entries(themes).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
