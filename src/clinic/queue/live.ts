import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { liveChange } from '../../submission/live-wire.ts';
import { besideKey } from '../beside.ts';

/** The server says something at least every ten seconds; a stream that is silent for longer is broken. */
const SILENT_MS = 25_000;
const AGAIN_MS = 3_000;

let isLive = false;
const listeners = new Set<() => void>();
const become = (live: boolean) => {
  if (live === isLive) return;
  isLive = live;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether the server tells this page of changes by itself. Where not, the page looks again and again. */
export const useIsLive = (): boolean => useSyncExternalStore(subscribe, () => isLive);

/**
 * Reads again what has changed: the queue, and beside an open case what colleagues did with it, what was verified and
 * what the patient was asked. Never the case itself, under the eyes of whoever reads it.
 */
const showChange = (client: QueryClient, ids: readonly string[]) => {
  void client.invalidateQueries({ queryKey: ['queue'] });
  for (const id of ids) void client.invalidateQueries({ queryKey: besideKey(id) });
};

const idsIn = (data: unknown): readonly string[] => {
  try {
    const read = liveChange.safeParse(JSON.parse(String(data)));
    return read.success ? read.data.ids : [];
  } catch {
    return [];
  }
};

/** @returns how to hang up */
function listen(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hangUp = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    become(false);
  };
  const callAgain = () => {
    hangUp();
    timer = setTimeout(call, AGAIN_MS);
  };
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(callAgain, SILENT_MS);
  };
  const call = () => {
    source = new EventSource('/api/staff/events');
    hear();
    source.addEventListener('here', () => {
      hear();
      // What happened before the stream was there has been missed.
      if (!isLive) showChange(client, []);
      become(true);
    });
    source.addEventListener('changed', ({ data }) => {
      hear();
      showChange(client, idsIn(data));
    });
    // The session has ended, as the queue will say, or goes on under another token, with which to call again.
    source.addEventListener('over', () => {
      callAgain();
      showChange(client, []);
    });
    source.addEventListener('error', callAgain);
  };

  // A browser keeps six connections to a server: tabs that nobody sees must not take them all.
  const look = () => {
    hangUp();
    if (document.visibilityState === 'visible') call();
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    hangUp();
  };
}

/** Keeps the stream of changes open while somebody is signed in and looks at the page. */
export function useLiveNews(): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}
