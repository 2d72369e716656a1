import { tinykeys } from 'tinykeys';

/** What a single key does. Nothing here cannot be taken back: keys move the focus and open panels. */
export const commands = [
  { key: 'j', name: 'Next in the list' },
  { key: 'k', name: 'The one before' },
  { key: 'Enter', name: 'Open it' },
  { key: 'a', name: 'Assign' },
  { key: 'n', name: 'Note' },
  { key: 'e', name: 'Decide' },
  { key: '/', name: 'Search' },
  { key: '?', name: 'This help' },
  { key: 'Esc', name: 'Close what is open' },
] as const;

const KEPT = 'prelude-clinic-keys';

/** Whether single keys act. Off for whoever speaks to the computer, or types by accident. */
export const areOn = (): boolean => {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true;
  }
};

export const keepOn = (isOn: boolean): void => {
  try {
    localStorage.setItem(KEPT, isOn ? 'on' : 'off');
  } catch {
    // Where storage is refused the choice holds until the page is loaded again.
  }
};

/** In a field a letter is a letter, and in a dialog the dialog has the keys. */
const isElsewhere = ({ target }: Event): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, dialog, [contenteditable="true"]') !== null;

const rows = () => [...document.querySelectorAll<HTMLElement>('.rows .row')];

/** From the row in focus, or the one that is open, to its neighbor. */
const step = (by: 1 | -1) => {
  const all = rows();
  const focused = all.indexOf(document.activeElement as HTMLElement);
  const open = all.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const from = focused >= 0 ? focused : open;
  const next = from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1);
  all[next]?.focus();
};

/** Presses what says that this is its key, so that a key does no more than its button. */
const press = (key: string) =>
  document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`)?.click();

/** @returns how to stop listening */
export const listenToKeys = (isOn: () => boolean, help: () => void): (() => void) => {
  const on = (act: () => void) => (event: KeyboardEvent) => {
    if (!isOn() || isElsewhere(event)) return;
    event.preventDefault();
    act();
  };
  return tinykeys(window, {
    j: on(() => step(1)),
    k: on(() => step(-1)),
    a: on(() => press('a')),
    n: on(() => press('n')),
    e: on(() => press('e')),
    '/': on(() => document.getElementById('search')?.focus()),
    'Shift+/': on(() => document.getElementById('search')?.focus()),
    'Shift+?': on(help),
    '?': on(help),
  });
};
