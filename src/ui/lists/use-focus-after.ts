import { useLayoutEffect, useState } from 'react';

/** Moves the focus to a control that is only there after the next drawing. */
export function useFocusAfter(): (id: string) => void {
  const [target, setTarget] = useState<{ readonly id: string }>();
  useLayoutEffect(() => {
    if (target) document.getElementById(target.id)?.focus();
  }, [target]);
  return (id) => setTarget({ id });
}
