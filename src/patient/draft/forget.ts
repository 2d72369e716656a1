import { asked, removeStore, withStore } from './store.ts';

/** Removes all that this device keeps of the draft. Where storage is refused, there is nothing to remove. */
export async function forgetDevice(): Promise<void> {
  try {
    sessionStorage.clear();
  } catch {
    // Refused.
  }
  try {
    // Emptied first: another tab that looks into it just now would hold up its removal.
    await withStore('change', (store) => asked(store.clear()));
    await removeStore();
  } catch {
    // Refused.
  }
}
