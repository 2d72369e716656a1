/** The secret of the one-time link, in memory alone. */
let token: string | undefined;

/** Takes the secret out of the address bar, before anything else happens on the page. */
export function takeFirstLink(): void {
  if (location.pathname !== '/clinic/setup' || location.hash.length < 2) return;
  token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
}

export const firstLink = (): string | undefined => token;

export const forgetFirstLink = (): void => {
  token = undefined;
};
