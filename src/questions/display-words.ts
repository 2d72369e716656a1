import type { InEach } from '../lib/locale.ts';
import type { YesNoOption } from './question.ts';
import type { Response, YesNoUnsure } from './values.ts';

/** The words of answers that no question words for itself. */
export interface DisplayWords {
  readonly yesNo: Readonly<Record<YesNoOption, string>>;
  /** A question that was asked and left blank. */
  readonly blank: string;
  /** An exclusive "None of these", and an empty list. */
  readonly none: string;
  readonly responses: Readonly<Record<Response, string>>;
  readonly thisEpisode: Readonly<Record<YesNoUnsure, string>>;
  readonly mostDays: Readonly<Record<YesNoUnsure, string>>;
  readonly weeks: readonly [one: string, many: string];
  readonly sessions: readonly [one: string, many: string];
  readonly doseADay: string;
  readonly helped: string;
  readonly stoppedBecause: string;
  readonly from: string;
  readonly until: string;
  readonly prescriber: string;
  readonly signed: string;
  readonly outOf: string;
  /** Feet with inches, and pounds: the units of the metric system are the same in every language. */
  readonly height: string;
  readonly weight: string;
  readonly months: readonly string[];
  readonly wholeDate: string;
}

export const displayWords: InEach<DisplayWords> = {
  en: {
    yesNo: { yes: 'Yes', no: 'No', unsure: 'I’m not sure', declined: 'Prefer not to say' },
    blank: 'Not answered',
    none: 'None',
    responses: {
      none: 'not at all or a little (0–24 %)',
      some: 'some (25–49 %)',
      good: 'a lot (50–74 %)',
      remission: 'almost fully (75 % or more)',
      lostEffect: 'at first, then it wore off',
      unsure: 'not sure',
    },
    thisEpisode: {
      yes: 'in this spell',
      no: 'not in this spell',
      unsure: 'not sure if in this spell',
    },
    mostDays: {
      yes: 'taken most days',
      no: 'not taken most days',
      unsure: 'not sure if taken most days',
    },
    weeks: ['{n} week', '{n} weeks'],
    sessions: ['{n} session', '{n} sessions'],
    doseADay: '{n} mg a day',
    helped: 'helped: {how}',
    stoppedBecause: 'stopped: {why}',
    from: 'from {date}',
    until: 'until {date}',
    prescriber: 'prescribed by {who}',
    signed: 'Signed by {name}',
    outOf: '{n} of {most} ({least} – {worst})',
    height: '{feet} ft {inches} in',
    weight: '{pounds} lb',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    wholeDate: '{month} {day}, {year}',
  },
  es: {
    yesNo: { yes: 'Sí', no: 'No', unsure: 'No lo sé', declined: 'Prefiero no decirlo' },
    blank: 'Sin contestar',
    none: 'Ninguno',
    responses: {
      none: 'nada o muy poco (0–24 %)',
      some: 'algo (25–49 %)',
      good: 'mucho (50–74 %)',
      remission: 'casi por completo (75 % o más)',
      lostEffect: 'al principio, y luego dejó de servir',
      unsure: 'no lo sabe',
    },
    thisEpisode: {
      yes: 'en esta etapa',
      no: 'no fue en esta etapa',
      unsure: 'no sabe si fue en esta etapa',
    },
    mostDays: {
      yes: 'la tomó casi todos los días',
      no: 'no la tomó casi todos los días',
      unsure: 'no sabe si la tomó casi todos los días',
    },
    weeks: ['{n} semana', '{n} semanas'],
    sessions: ['{n} sesión', '{n} sesiones'],
    doseADay: '{n} mg al día',
    helped: 'ayudó: {how}',
    stoppedBecause: 'la dejó: {why}',
    from: 'desde {date}',
    until: 'hasta {date}',
    prescriber: 'recetada por {who}',
    signed: 'Firmado por {name}',
    outOf: '{n} de {most} ({least} – {worst})',
    height: '{feet} pies {inches} pulgadas',
    weight: '{pounds} libras',
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    wholeDate: '{day} de {month} de {year}',
  },
};
