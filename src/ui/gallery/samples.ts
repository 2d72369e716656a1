/** One question of every kind, with an answer and with something to be mended. Nobody's real data. */

import {
  augmentations,
  birthDate,
  choice,
  choices,
  consents,
  items,
  location,
  medications,
  number,
  permission,
  rating,
  text,
  treatment,
  trials,
  yesNo,
  yesNoPrivate,
} from '../../questions/ask.ts';
import type { Condition } from '../../questions/condition.ts';
import type { Question } from '../../questions/question.ts';
import type { FormValues } from '../values/form-value.ts';
import { sampleWords as words } from './sample-words.ts';

export interface Sample {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly items?: readonly number[];
  /** A page of one question has it as its h1. */
  readonly alone?: true;
  readonly filled: Readonly<Record<string, unknown>>;
  /** Inputs that have to be mended; absent: what is needed is left blank. */
  readonly wrong?: FormValues;
}

const ifYes = (key: string): Condition => ({ key, is: ['yes'] });
const longText = 'Mornings are hard. '.repeat(54);

export const samples: readonly Sample[] = [
  {
    id: 'yes-no',
    alone: true,
    questions: [yesNo('danger', words, { needed: 'toContinue' })],
    filled: { danger: 'yes' },
  },
  {
    id: 'yes-no-reveal',
    questions: [
      yesNoPrivate('attack', words, { sensitive: true }),
      choice('attackWhen', words, ['within6w', '6wTo6m', 'over6m', 'unsure'], {
        shown: ifYes('attack'),
        needed: 'toContinue',
      }),
      permission('mayCall', words),
    ],
    filled: { attack: 'yes', attackWhen: '6wTo6m', mayCall: 'no' },
    wrong: { attack: 'yes', attackWhen: '', mayCall: '' },
  },
  {
    id: 'choices',
    questions: [
      choices('hopes', words, ['depression', 'ptsd', 'pain', 'other'], { none: true, needed: 'toContinue' }),
      choice('mainHope', words, ['depression', 'ptsd', 'pain', 'other'], {
        among: 'hopes',
        shown: { key: 'hopes', count: 2 },
      }),
    ],
    filled: { hopes: ['depression', 'pain'], mainHope: 'pain' },
  },
  {
    id: 'location',
    alone: true,
    questions: [location('place', words, { needed: 'toContinue' })],
    filled: { place: 'franklin' },
  },
  {
    id: 'rating',
    alone: true,
    questions: [rating('difficulty', words, { values: [0, 1, 2, 3], needed: 'toContinue' })],
    filled: { difficulty: 2 },
  },
  {
    id: 'items',
    items: [0, 1, 2],
    questions: [items('mood', words, { count: 9, values: [0, 1, 2, 3] })],
    filled: { mood: [1, 0, 3, null, null, null, null, null, null] },
  },
  {
    id: 'numbers',
    questions: [items('pain', words, { count: 2, values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })],
    filled: { pain: [7, 10] },
  },
  {
    id: 'alcohol',
    alone: true,
    questions: [
      items('auditc', words, {
        count: 3,
        values: [0, 1, 2, 3, 4],
        firstEnds: 0,
        sensitive: true,
        scales: { en: words.en.auditc.scales, es: words.es.auditc.scales },
      }),
    ],
    filled: { auditc: [2, 1, 0] },
  },
  {
    id: 'pressure',
    questions: [
      number('sbp', words, { min: 40, max: 300, whole: true, control: 'bloodPressure' }),
      number('dbp', words, { min: 20, max: 200, whole: true, control: 'bloodPressure' }),
      choice('bpAge', words, ['within6m', 'over6m'], {
        shown: {
          any: [
            { key: 'sbp', given: true },
            { key: 'dbp', given: true },
          ],
        },
      }),
    ],
    filled: { sbp: 128, dbp: 82, bpAge: 'within6m' },
    wrong: { sbp: '12', dbp: 'eighty', bpAge: '' },
  },
  {
    id: 'size',
    questions: [
      choice('bodyUnits', words, ['us', 'metric']),
      number('heightIn', words, { min: 36, max: 96, whole: false, control: 'height' }),
      number('weightLb', words, { min: 50, max: 900, whole: false, control: 'weight' }),
    ],
    filled: { bodyUnits: 'us', heightIn: 70.5, weightLb: 188 },
    wrong: {
      bodyUnits: 'us',
      heightIn: { feet: '5', inches: '14', centimeters: '' },
      weightLb: { pounds: 'heavy', kilograms: '' },
    },
  },
  {
    id: 'plain-number',
    alone: true,
    questions: [number('spellMonths', words, { min: 0, max: 960, whole: false, control: 'plain' })],
    filled: { spellMonths: 14 },
    wrong: { spellMonths: 'a while' },
  },
  {
    id: 'texts',
    questions: [
      text('firstName', words, {
        control: 'line',
        max: 100,
        autocomplete: 'given-name',
        needed: 'toContinue',
      }),
      text('phone', words, { control: 'phone', max: 40 }),
      text('email', words, { control: 'email', max: 200 }),
      text('more', words, { control: 'long', max: 1000 }),
    ],
    filled: {
      firstName: 'Zoë',
      phone: '(615) 555-0134',
      email: 'zoe@example.org',
      more: longText.slice(0, 949),
    },
    wrong: { firstName: '', phone: '', email: '', more: longText },
  },
  {
    id: 'birth-date',
    alone: true,
    questions: [birthDate('birthDate', words, { needed: 'toContinue' })],
    filled: { birthDate: '1984-02-10' },
    wrong: { birthDate: { month: 'February', day: '30', year: '1984' } },
  },
  {
    id: 'treatment',
    questions: [treatment('tms', words)],
    filled: { tms: { had: 'yes', when: '2019-03', sessions: 30, response: 'some' } },
    wrong: { tms: { had: 'yes', when: 'long ago', sessions: '', response: '' } },
  },
  {
    id: 'trials',
    alone: true,
    questions: [trials('trials', words)],
    filled: {
      trials: [
        {
          drug: 'sertraline',
          doseMg: 150,
          weeks: 10,
          mostDays: 'yes',
          currentEpisode: 'yes',
          response: 'some',
        },
        { drug: 'Grandmother’s drops', weeks: 4 },
      ],
    },
    wrong: {
      trials: {
        none: false,
        order: ['row1'],
        rows: {
          row1: { name: 'sertraline', key: 'sertraline', doseMg: '150', weeks: 'a while', startedOn: 'once' },
        },
        pending: '',
      },
    },
  },
  {
    id: 'augmentation',
    questions: [augmentations('augmentation', words)],
    filled: { augmentation: [] },
    wrong: {
      augmentation: {
        none: false,
        order: ['row1'],
        rows: { row1: { name: 'lithium', key: 'lithium', weeks: 'some' } },
        pending: '',
      },
    },
  },
  {
    id: 'medications',
    questions: [medications('medications', words), yesNo('medsComplete', words, { needed: 'toContinue' })],
    filled: {
      medications: [
        { name: 'bupropion', key: 'bupropion', dose: '300 mg', howOften: 'once a day' },
        { name: 'Xanax', key: 'alprazolam' },
      ],
      medsComplete: 'unsure',
    },
  },
  {
    id: 'signature',
    questions: [consents('consents', words, { needed: 'toContinue' })],
    filled: { consents: { version: '1', at: '2026-11-22T10:00:00Z', language: 'en', name: 'Zoë Adams' } },
  },
];
