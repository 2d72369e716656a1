import { useId, useLayoutEffect, useState } from 'react';
import { isTheme, type Theme, themeKeptAs, themes } from '../../ui/theme.ts';
import { useWords } from './context.ts';

const { read, keep } = themeKeptAs('prelude-colors');

export function ThemeSwitch() {
  const { theme: label, themes: names } = useWords().header;
  const [theme, setTheme] = useState<Theme>('auto');
  const id = useId();
  useLayoutEffect(() => {
    const kept = read();
    if (kept !== 'auto') {
      setTheme(kept);
      keep(kept);
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
          keep(target.value);
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
