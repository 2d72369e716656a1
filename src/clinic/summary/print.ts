import { useEffect, useRef } from 'react';

/** Paper cannot be opened: whatever is folded is open while it is printed, and folded again afterwards. */
export function useOpenForPrint() {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    let opened: readonly HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...(article.current?.querySelectorAll('details:not([open])') ?? [])].filter(
        (part) => part instanceof HTMLDetailsElement,
      );
      for (const part of opened) part.open = true;
    };
    const fold = () => {
      for (const part of opened) part.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', fold);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', fold);
    };
  }, []);
  return article;
}
