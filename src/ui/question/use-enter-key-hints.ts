import { type RefObject, useEffect } from 'react';

/**
 * "Next" on the key of the on-screen keyboard, "done" on the last field of the page. In a textarea the key makes
 * a new line. Which one is the last changes with every reveal, so it is told after each drawing.
 */
export function useEnterKeyHints(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const fields = [...(box.current?.querySelectorAll('.input') ?? [])];
    for (const field of fields)
      if (field instanceof HTMLInputElement) field.enterKeyHint = field === fields.at(-1) ? 'done' : 'next';
  });
}
