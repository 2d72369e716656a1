import { fill, type Locale } from '../../lib/locale.ts';
import { drugText } from '../../questions/display.ts';
import type { Medicines } from '../entry.tsx';
import { inWeeks, readAmount } from '../values/digits.ts';
import type { RowForm } from '../values/form-value.ts';
import { isResponse } from '../values/rows.ts';
import { plural } from '../words/words.ts';
import type { ListKind } from './row-fields.tsx';
import { exactly } from './use-medicines.ts';
import { listWords } from './words.ts';

/** The name on a card: as it was picked or typed; a stored key by its name. */
export const rowName = ({ name, key }: RowForm, { nameOf }: Medicines): string =>
  key ? name : (nameOf(name) ?? drugText(name));

export const isOnList = ({ name, key }: RowForm, medicines: Medicines): boolean =>
  key !== '' || medicines.nameOf(name) !== undefined || exactly(name, medicines) !== undefined;

/** The card in a line: what was said of the medicine, as it was typed where it is no plain number. */
export function rowDetails(row: RowForm, kind: ListKind, locale: Locale): string {
  const { summary, responses } = listWords[locale];
  const dose = row.doseMg?.trim();
  const weeks = row.weeks?.trim();
  const weekCount = weeks ? readAmount(weeks, inWeeks) : undefined;
  const told =
    kind === 'medications'
      ? [row.dose?.trim(), row.howOften?.trim()]
      : [
          dose && (/^[\d.,]+$/.test(dose) ? fill(summary.dose, { n: dose }) : dose),
          weeks &&
            (weekCount !== undefined && /^[\d.,]+$/.test(weeks)
              ? plural(locale, summary.weeks, weekCount)
              : weeks),
          isResponse(row.response) && responses[row.response].text,
        ];
  return told.filter(Boolean).join(' · ') || summary.nothingYet;
}
