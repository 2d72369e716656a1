import type { InEach } from '../../lib/locale.ts';
import { type CodedAnswer, responseAnswers, yesNoAnswers } from './coded-answers.ts';
import type { ItemType } from './types.ts';

/** One field of a row, of a treatment or of the signature: an item of its own below its question. */
export interface Field {
  readonly name: string;
  readonly type: ItemType;
  /** Absent: not shown to people, kept for machines. */
  readonly words?: InEach<string>;
  readonly unit?: { readonly code: string; readonly text: string };
  readonly answers?: readonly CodedAnswer[];
}

const weeks = { code: 'wk', text: 'weeks' };

const drug = { en: 'Name of the medicine', es: 'Nombre de la medicina' };
const helped = { en: 'How much did it help?', es: '¿Cuánto le ayudó?' };

/** The fields of a row, named as in `docs/answers.md`; the words are those of the form's own controls. */
export const rowFields = {
  trials: [
    {
      name: 'drug',
      type: 'string',
      words: { en: 'Name of the antidepressant', es: 'Nombre del antidepresivo' },
    },
    {
      name: 'doseMg',
      type: 'decimal',
      words: { en: 'Highest dose a day', es: 'Dosis más alta al día' },
      unit: { code: 'mg/d', text: 'mg a day' },
    },
    {
      name: 'weeks',
      type: 'decimal',
      words: { en: 'How long you took that dose', es: 'Cuánto tiempo tomó esa dosis' },
      unit: weeks,
    },
    {
      name: 'mostDays',
      type: 'choice',
      words: { en: 'Did you take it on most days?', es: '¿La tomó casi todos los días?' },
      answers: yesNoAnswers,
    },
    {
      name: 'currentEpisode',
      type: 'choice',
      words: {
        en: 'Was it during this spell of depression?',
        es: '¿Fue durante esta etapa de depresión?',
      },
      answers: yesNoAnswers,
    },
    { name: 'response', type: 'choice', words: helped, answers: responseAnswers },
    { name: 'stoppedBecause', type: 'string', words: { en: 'Why you stopped', es: 'Por qué la dejó' } },
    { name: 'startedOn', type: 'date', words: { en: 'When you started', es: 'Cuándo empezó' } },
    { name: 'endedOn', type: 'date', words: { en: 'When you stopped', es: 'Cuándo la dejó' } },
    { name: 'prescriber', type: 'string', words: { en: 'Who prescribed it', es: 'Quién la recetó' } },
  ],
  augmentations: [
    { name: 'drug', type: 'string', words: drug },
    {
      name: 'weeks',
      type: 'decimal',
      words: { en: 'How long you took it', es: 'Cuánto tiempo la tomó' },
      unit: weeks,
    },
    { name: 'response', type: 'choice', words: helped, answers: responseAnswers },
  ],
  medications: [
    { name: 'name', type: 'string', words: drug },
    { name: 'dose', type: 'string', words: { en: 'Dose', es: 'Dosis' } },
    {
      name: 'howOften',
      type: 'string',
      words: { en: 'How often you take it', es: 'Cada cuánto la toma' },
    },
    { name: 'key', type: 'string' },
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

export type RowsKind = keyof typeof rowFields;

/** What stands for an empty list: "none" was said, which is not the same as saying nothing. */
export const noneWords: Readonly<Record<RowsKind, InEach<string>>> = {
  trials: { en: 'I have not taken any antidepressant', es: 'No he tomado ningún antidepresivo' },
  augmentations: { en: 'No other medicine was added', es: 'No se agregó otra medicina' },
  medications: { en: 'I take no medicines right now', es: 'No tomo ninguna medicina ahora' },
};

/** Asked where the answer to `had` is yes. */
export const treatmentFields: readonly Field[] = [
  { name: 'when', type: 'date', words: { en: 'When was that?', es: '¿Cuándo fue?' } },
  {
    name: 'sessions',
    type: 'decimal',
    words: { en: 'About how many sessions?', es: '¿Cuántas sesiones, más o menos?' },
  },
  { name: 'response', type: 'choice', words: helped, answers: responseAnswers },
];

/** The signature: the typed name stands under the words of the question itself. */
export const consentFields: readonly Field[] = [
  {
    name: 'relation',
    type: 'string',
    words: { en: 'Who you are to the patient', es: 'Qué relación tiene con el paciente' },
  },
  { name: 'version', type: 'string' },
  { name: 'at', type: 'dateTime' },
  { name: 'language', type: 'string' },
];
