/** The one script address that the app ever makes from a text; browsers with Trusted Types want it named. */
const WORKER = '/sw.js';
const POLICY = 'prelude-worker';

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (input: string) => string },
  ): {
    createScriptURL(input: string): string;
  };
}

const trustedAddress = (): string => {
  const policies: unknown = Reflect.get(window, 'trustedTypes');
  if (typeof policies !== 'object' || policies === null) return WORKER;
  return (policies as Policies)
    .createPolicy(POLICY, { createScriptURL: () => WORKER })
    .createScriptURL(WORKER);
};

/** Help, the shell and the step code are held for when the connection is gone. Never an answer. */
export function workOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () =>
    void navigator.serviceWorker.register(trustedAddress()).catch(() => {
      // Refused in private windows of some browsers: then the form works as long as there is a connection.
    });
  // The page itself comes first.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

/** Takes the held files away again, for somebody who leaves a device for good. */
export async function forgetOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registered = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registered.map((one) => one.unregister()));
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('prelude-')).map((name) => caches.delete(name)));
}
