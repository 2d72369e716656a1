import { choice, number } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** As entered. Stored values are always inches and pounds. */
export const bodyUnits = choice('bodyUnits', words, ['us', 'metric']);
/** Inches, fractions allowed; centimetres are converted on entry, to 0.1. */
export const heightIn = number('heightIn', words, {
  min: 36,
  max: 96,
  whole: false,
  control: 'height',
  loinc: '8302-2',
});
/** Pounds, fractions allowed; kilograms are converted on entry, to 0.1. */
export const weightLb = number('weightLb', words, {
  min: 50,
  max: 900,
  whole: false,
  control: 'weight',
  loinc: '29463-7',
});

export const sizeStep = step('size', 'body', [page('size', { en, es }, [bodyUnits, heightIn, weightLb])]);
