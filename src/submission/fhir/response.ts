import type { Locale } from '../../lib/locale.ts';
import { textIn } from './bilingual.ts';
import type { SaidAt } from './said.ts';
import { extensions } from './systems.ts';
import type { QuestionnaireItem, ResponseItem } from './types.ts';

/**
 * What was said, in the shape of the form that asked. A question that was asked and left blank is there without an
 * answer, marked as not known; a question that was not asked is not there.
 *
 * @param locale the language in which the questions were read
 */
export function responseItems(
  items: readonly QuestionnaireItem[],
  said: SaidAt,
  locale: Locale,
): readonly ResponseItem[] {
  return items.flatMap((item) => responseTo(item, said, locale));
}

function responseTo(item: QuestionnaireItem, said: SaidAt, locale: Locale): readonly ResponseItem[] {
  if (item.type === 'display') return [];
  const text = textIn(locale, item);
  const base = { linkId: item.linkId, ...(text !== undefined && { text }) };
  const here = said.get(item.linkId);
  if (here && 'rows' in here)
    return here.rows.map((row) => ({ ...base, item: responseItems(item.item ?? [], row, locale) }));
  if (item.type === 'group') {
    const below = responseItems(item.item ?? [], said, locale);
    return below.length > 0 ? [{ ...base, item: below }] : [];
  }
  if (!here) return [];
  if ('answers' in here) return [{ ...base, answer: here.answers }];
  return [{ extension: [{ url: extensions.dataAbsentReason, valueCode: 'unknown' }], ...base }];
}
