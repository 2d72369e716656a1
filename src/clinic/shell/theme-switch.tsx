import { useEffect, useState } from 'react';
import { isTheme, themeKeptAs, themes } from '../../ui/theme.ts';

const names = { auto: 'Auto', light: 'Light', dark: 'Dark' } as const;
const { read, keep } = themeKeptAs('prelude-clinic-colors');

/** What was chosen in this tab holds from the first paint on. */
export const applyKeptTheme = (): void => keep(read());

/** Light or dark against the system's choice, for this tab. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(read);
  useEffect(() => keep(theme), [theme]);
  return (
    <label className="theme-switch">
      <span aria-hidden="true">◐</span>
      <span className="visually-hidden">Colors</span>
      <select value={theme} onChange={({ target }) => isTheme(target.value) && setTheme(target.value)}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
