import { useEffect, useState } from 'react';
import { type Medicines, type Suggestion, useEntry } from '../entry.tsx';

/** Until the list is there, and where it cannot be fetched, every name is taken as typed. */
const nothingKnown: Medicines = { suggest: () => [], nameOf: () => undefined };

/** The local list of medicines, fetched with the page that needs it. */
export function useMedicines(): { readonly medicines: Medicines; readonly loaded: boolean } {
  const { loadMedicines } = useEntry();
  const [medicines, setMedicines] = useState<Medicines>();
  useEffect(() => {
    let current = true;
    loadMedicines().then(
      (list) => current && setMedicines(list),
      (error: unknown) => console.warn('The list of medicines did not load; names are kept as typed.', error),
    );
    return () => {
      current = false;
    };
  }, [loadMedicines]);
  return { medicines: medicines ?? nothingKnown, loaded: medicines !== undefined };
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The entry of the list that a typed name stands for, letter by letter. */
export const exactly = (typed: string, { suggest }: Medicines): Suggestion | undefined =>
  suggest(typed, 5).find(({ name, label }) => same(name, typed) || same(label, typed));
