import { useLayoutEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../../ui/values/form-value.ts';
import { onLeaving } from './leave.ts';

/** A pause this long … */
const KEEP_AFTER_MS = 250;
/** … or whoever types without a pause. */
const KEEP_WITHIN_MS = 500;

interface Keeping {
  /** Keeps what stands in the inputs right now. */
  readonly keep: () => void;
  /** Whether what was typed in the last moment of a page is still kept once the page is turned. */
  readonly isWantedAfter?: () => boolean;
}

/** Keeps what is typed in a pause, or half a second after a change, and at once when the page is hidden, left or turned. */
export function useWhileTyped(form: UseFormReturn<FormValues>, keeping: Keeping): void {
  const latest = useRef(keeping);
  latest.current = keeping;
  // Before anybody can type: what is typed in the first moment counts as well.
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** The first change that is not kept yet. */
    let changedAt: number | undefined;
    const keepNow = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      changedAt = undefined;
      latest.current.keep();
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        const now = performance.now();
        changedAt ??= now;
        clearTimeout(timer);
        timer = setTimeout(keepNow, Math.min(KEEP_AFTER_MS, changedAt + KEEP_WITHIN_MS - now));
      },
    });
    document.addEventListener('visibilitychange', keepNow);
    window.addEventListener('pagehide', keepNow);
    const stay = onLeaving(keepNow);
    return () => {
      stop();
      stay();
      document.removeEventListener('visibilitychange', keepNow);
      window.removeEventListener('pagehide', keepNow);
      if (latest.current.isWantedAfter?.() ?? true) keepNow();
      clearTimeout(timer);
    };
  }, [form]);
}
