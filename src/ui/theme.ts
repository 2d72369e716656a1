/** Light or dark against the system's choice. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((one) => one === value);

/** Kept for the tab alone: on a shared device even this would say that somebody was here. */
export const themeKeptAs = (key: string) => ({
  read: (): Theme => {
    try {
      const kept = sessionStorage.getItem(key);
      return isTheme(kept) ? kept : 'auto';
    } catch {
      return 'auto';
    }
  },
  keep: (theme: Theme): void => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      sessionStorage.setItem(key, theme);
    } catch {
      // Where storage is refused the choice holds until the page is loaded again.
    }
  },
});
