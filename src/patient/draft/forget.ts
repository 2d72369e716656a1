import { withStore } from './store.ts';

/** Removes all that this device keeps of the draft. Where storage is refused, there is nothing to remove. */
export async function forgetDevice(): Promise<void> {
  try {
    sessionStorage.clear();
  } catch {
    // Refused.
  }
  try {
    await withStore('readwrite', (store) => store.clear());
  } catch {
    // Refused.
  }
}
