import { fill } from '../../lib/locale.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';
import type { Words } from '../words/words.ts';

type Hours = PublicSettings['hours'];
type Day = keyof Hours;
const week: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `13:30` as `1:30 pm`, `08:00` as `8 am`. */
function clockTime(time: string, words: Words['hours']): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shown = `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}`;
  return fill(hour < 12 ? words.am : words.pm, { time: shown });
}

/** Days after each other with the same hours, as one stretch. */
function stretches(hours: Hours): readonly { days: readonly Day[]; open: string }[] {
  const found: { days: Day[]; open: string }[] = [];
  for (const [index, day] of week.entries()) {
    const open = hours[day];
    if (!open) continue;
    const before = week[index - 1];
    const last = found.at(-1);
    if (last && last.open === open && last.days.at(-1) === before) last.days.push(day);
    else found.push({ days: [day], open });
  }
  return found;
}

/**
 * When the clinic is open, as words to stand in a sentence.
 *
 * @example 'Monday to Thursday, 8 am to 5 pm; Friday, 8 am to 3 pm', times with spaces that do not break
 */
export function openHours(hours: Hours, words: Words): string {
  return stretches(hours)
    .map(({ days, open }) => {
      const names = days.map((day) => words.days[day]);
      const [first = ''] = names;
      const last = names.at(-1) ?? first;
      const shown =
        names.length === 1
          ? first
          : names.length === 2
            ? `${first}${words.hours.and}${last}`
            : fill(words.hours.range, { from: first, to: last });
      const [from = '', to = ''] = open.split('-');
      return fill(words.hours.span, {
        days: shown,
        from: clockTime(from, words.hours),
        to: clockTime(to, words.hours),
      });
    })
    .join('; ');
}
