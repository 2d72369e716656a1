import { useMemo } from 'react';
import { cannabisNotes } from '../../steps/drugs/questions.ts';
import type { Entry } from '../../ui/entry.tsx';
import { useClinic, useSurroundings } from './context.ts';
import { paths } from './route.ts';

/** What the controls of the questions need to know of the clinic. */
export function useEntryValue(): Entry {
  const { locale } = useSurroundings();
  const { today, locations, cannabisCounts, name, phone } = useClinic();
  return useMemo(
    () => ({
      locale,
      asOf: today,
      locations,
      places: {
        clinic: name,
        phone,
        cannabisNote: cannabisNotes[locale][cannabisCounts ? 'counts' : 'doesNotCount'],
      },
      dateOrder: 'mdy',
      helpHref: paths.help,
      loadMedicines: async () => {
        const { isDrugKey } = await import('../../screening/medicines/names.ts');
        const { nameOf, suggest } = await import('../../screening/medicines/picker.ts');
        return { suggest, nameOf: (key) => (isDrugKey(key) ? nameOf(key) : undefined) };
      },
    }),
    [locale, today, locations, cannabisCounts, name, phone],
  );
}
