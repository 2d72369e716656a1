import { forgetDevice } from '../draft/forget.ts';

/** Ours: empty, titled "New tab", also without a connection. */
export const BLANK = '/blank';

/** Nobody waits longer than this for storage to be wiped before the page is gone. */
const WIPE_MS = 400;

let leaving = false;

/** What is typed and not handed over yet, handed over first. */
const lastWords = new Set<() => void>();

export function onLeaving(handOver: () => void): () => void {
  lastWords.add(handOver);
  return () => lastWords.delete(handOver);
}

/** What has to be done with what is in memory; a last save may be under way when the page is gone. */
const duties = new Set<() => Promise<void>>();

export function beforeLeaving(duty: () => Promise<void>): () => void {
  duties.add(duty);
  return () => duties.delete(duty);
}

/** Nothing of the page can be seen from here on: the cover is drawn before anything else is done. */
function cover(): void {
  document.title = 'New tab';
  document.documentElement.removeAttribute('data-theme');
  document.body.replaceChildren();
  document.body.className = 'covered';
}

/**
 * Leaves at once: covers the page, wipes memory and storage, and takes the page's place in the history. The draft on
 * the server stays; the code brings it back.
 */
export async function leaveQuickly(to: string | undefined): Promise<void> {
  if (leaving) return;
  leaving = true;
  cover();
  for (const handOver of lastWords) handOver();
  const patience = new Promise((resolve) => setTimeout(resolve, WIPE_MS));
  const wiped = Promise.all([...duties].map((duty) => duty())).then(forgetDevice);
  await Promise.race([wiped, patience]);
  location.replace(to ?? BLANK);
}

/** A browser may keep the covered page in memory for Back: then it leaves once more. */
export function stayAway(to: string | undefined): () => void {
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted && leaving) location.replace(to ?? BLANK);
  };
  window.addEventListener('pageshow', shown);
  return () => window.removeEventListener('pageshow', shown);
}

const PRESSES = 3;
const WITHIN_MS = 5000;

/** Shift three times within five seconds. Any other key in between, as in a capital letter, starts anew. */
export function onShiftThreeTimes(act: () => void): () => void {
  let presses: readonly number[] = [];
  const pressed = (event: KeyboardEvent) => {
    if (event.repeat) return;
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at <= WITHIN_MS);
    if (presses.length >= PRESSES) act();
  };
  window.addEventListener('keydown', pressed);
  return () => window.removeEventListener('keydown', pressed);
}
