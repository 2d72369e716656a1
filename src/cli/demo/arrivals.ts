import type { Locale } from '../../lib/locale.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { Chance } from './chance.ts';
import type { Subject } from './deeds.ts';
import { DAY, HOUR, later, MINUTE, writingTime } from './hours.ts';
import { inventPerson, type Pressing } from './people.ts';

/** A form, or the alert of somebody who has not sent one. */
export interface Arrival {
  readonly subject: Subject;
  readonly kind: 'form' | 'alert';
  readonly at: Date;
  readonly language: Locale;
  readonly answers: Answers;
  readonly pressing: Pressing;
  /** Whether staff have dealt with it: what has just come waits, and of one nobody has taken any notice in time. */
  readonly standing: 'handled' | 'waits' | 'late';
  /** The alert that went before the form. */
  readonly alert?: { readonly subject: Subject; readonly at: Date };
  /** The same person, weeks ago. */
  readonly earlier?: Subject;
  /** The same form, minutes ago. */
  readonly copyOf?: Subject;
}

const WEEKS = 12;
/** What was meant for some hour of a day may end up a day before. */
const SPAN = WEEKS * 7 * DAY - 2 * DAY;
/** More came lately than weeks ago, as where a clinic has just begun to use the form. */
const GROWTH = 1.5;

/** Who wrote in the past weeks, oldest first. */
export const arrive = (
  chance: Chance,
  submissions: number,
  now: Date,
  settings: Pick<Settings, 'hours' | 'timeZone' | 'locations'>,
): readonly Arrival[] => {
  const places = settings.locations.map(({ id }) => id);
  const someDay = (atLeast: number, growth = GROWTH): Date => {
    const ago = atLeast + chance.next() ** growth * (SPAN - atLeast);
    const at = writingTime(chance, settings, later(now, -ago));
    return at.getTime() <= now.getTime() - atLeast ? at : later(at, -DAY);
  };

  const arrival = (kind: Arrival['kind'], pressing: Pressing, standing: Arrival['standing']) => {
    const at =
      standing === 'handled'
        ? pressing === 'none'
          ? someDay(4 * MINUTE)
          : someDay(9 * HOUR, 1)
        : later(now, -minutesAgo(chance, kind, pressing, standing) * MINUTE);
    return { kind, at, pressing, standing, ...inventPerson(chance, pressing, at.toISOString(), places) };
  };

  const forms = Array.from({ length: submissions }, (_, index) => {
    const [pressing, nth] = pressingOf(index, submissions);
    return arrival('form', pressing, standingOf(pressing, nth));
  })
    .sort(byTime)
    .map((one, subject): Arrival => ({ ...one, subject }));
  const again = withOthersAgain(chance, forms, now);

  const alerts = Array.from({ length: Math.ceil(submissions / 50) }, (_, index) => ({
    ...arrival('alert', index % 2 === 0 ? 'urgent' : 'sameDay', index < 2 ? 'waits' : 'handled'),
    subject: submissions + index,
  }));
  let next = submissions + alerts.length;
  const withAlerts = again.map((form): Arrival => {
    if (form.pressing === 'none' || form.answers.safetyCallConsent !== 'yes') return form;
    const alert = { subject: next, at: later(form.at, -chance.between(3, 12) * MINUTE) };
    next += 1;
    return { ...form, alert };
  });
  return [...withAlerts, ...alerts].sort(byTime);
};

export const byTime = (one: { readonly at: Date }, other: { readonly at: Date }): number =>
  one.at.getTime() - other.at.getTime();

/** One in forty is urgent and one in twenty is to be called the same day, at least one of each. */
const pressingOf = (index: number, submissions: number): readonly [Pressing, number] => {
  const urgent = Math.ceil(submissions / 40);
  const sameDay = Math.ceil(submissions / 20);
  if (index < urgent) return ['urgent', index];
  return index < urgent + sameDay ? ['sameDay', index - urgent] : ['none', 0];
};

const standingOf = (pressing: Pressing, nth: number): Arrival['standing'] => {
  if (pressing === 'urgent') return nth === 0 ? 'late' : nth === 1 ? 'waits' : 'handled';
  return pressing === 'sameDay' && nth < 3 ? 'waits' : 'handled';
};

const minutesAgo = (
  chance: Chance,
  kind: Arrival['kind'],
  pressing: Pressing,
  standing: Arrival['standing'],
): number => {
  if (standing === 'late') return chance.between(48, 110);
  if (pressing === 'urgent') return kind === 'alert' ? chance.between(3, 9) : chance.between(5, 12);
  return chance.between(25, 170);
};

const AGAIN = 0.07;
const TWICE = 0.015;
const WEEKS_BETWEEN = 3;

/** Some write again after weeks, most of them somewhat better; some send the same form twice. */
const withOthersAgain = (chance: Chance, forms: readonly Arrival[], now: Date): readonly Arrival[] => {
  const known: Arrival[] = [];
  for (const form of forms) known.push(anotherTime(chance, form, known, now) ?? form);
  return known;
};

const anotherTime = (
  chance: Chance,
  form: Arrival,
  before: readonly Arrival[],
  now: Date,
): Arrival | undefined => {
  const last = before.at(-1);
  if (form.pressing !== 'none' || last === undefined) return undefined;
  if (chance.happens(TWICE) && isPlain(last)) {
    const at = later(last.at, chance.between(15, 55) * MINUTE);
    if (at < now) return { ...last, subject: form.subject, at, copyOf: last.subject };
  }
  const longAgo = later(form.at, -WEEKS_BETWEEN * 7 * DAY);
  const [first, ...others] = before.filter((one) => isPlain(one) && one.at < longAgo);
  if (first === undefined || !chance.happens(AGAIN)) return undefined;
  const earlier = chance.oneOf([first, ...others]);
  const { phq9, gad7, consents, location } = { ...earlier.answers, ...locationOf(form) };
  return {
    ...form,
    language: earlier.language,
    earlier: earlier.subject,
    answers: {
      ...earlier.answers,
      ...(location === undefined ? {} : { location }),
      ...(phq9 && { phq9: better(chance, phq9) }),
      ...(gad7 && { gad7: better(chance, gad7) }),
      ...(consents && { consents: { ...consents, at: form.at.toISOString() } }),
    },
  };
};

const isPlain = ({ pressing, copyOf, earlier }: Arrival): boolean =>
  pressing === 'none' && copyOf === undefined && earlier === undefined;

const locationOf = ({ answers: { location } }: Arrival): Pick<Answers, 'location'> =>
  location === undefined ? {} : { location };

const better = (chance: Chance, items: readonly (number | null)[]): (number | null)[] =>
  items.map((item) => (item === null ? null : Math.max(0, item - chance.between(0, 1))));
