import { providerAddress } from '../../submission/sign-in-wire.ts';
import { ask } from '../api.ts';

/** What the clinic's identity provider sent back with the browser, in memory alone. */
let returned: string | undefined;

/** Takes it out of the address bar, before anything else happens on the page. */
export function takeProviderReturn(): void {
  if (location.pathname !== '/clinic/provider') return;
  returned = location.search.slice(1);
  history.replaceState(null, '', location.pathname);
}

/** Once: the server looks at it once, too. */
export const spendProviderReturn = (): string | undefined => {
  const query = returned;
  returned = undefined;
  return query === '' ? undefined : query;
};

export async function goToProvider(): Promise<void> {
  const { url } = await ask(providerAddress, '/api/auth/provider', { method: 'POST' });
  location.assign(url);
}
