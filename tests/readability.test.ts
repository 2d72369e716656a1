import { describe, expect, test } from 'vitest';
import { consentText } from '../src/steps/sending/consent-text.ts';
import { gradeOf, syllables as syllablesInEnglish } from './readability/english.ts';
import { drugNames } from './readability/exempt.ts';
import { easeOf, syllables as syllablesInSpanish } from './readability/spanish.ts';
import { pages, proseOf } from './wording.ts';

const anyDrug = new RegExp(`(?<!\\p{L})(?:${drugNames.join('|')})(?!\\p{L})`, 'giu');
const withoutDrugNames = (text: string) => text.replace(anyDrug, '');

/** "Phone number" or "How you are" has no grade: only whole sentences are measured. */
const isSentence = (text: string) => /[.?:]$/.test(text);
const measured = (texts: readonly string[]) => texts.filter(isSentence).map(withoutDrugNames);

const english = pages.map((page) => ({ id: page.id, texts: measured(proseOf(page, 'en')) }));
const spanish = pages.map((page) => ({ id: page.id, texts: measured(proseOf(page, 'es')) }));

describe('P37 English', () => {
  test('the form reads at 6th grade or below', () => {
    expect(gradeOf(english.flatMap(({ texts }) => texts))).toBeLessThanOrEqual(6);
  });

  test('no page is above 8th grade', () => {
    const hard = english
      .map(({ id, texts }) => ({ id, grade: gradeOf(texts) }))
      .filter(({ grade }) => grade > 8);
    expect(hard).toEqual([]);
  });

  test('what a person signs reads at 6th grade or below', () => {
    expect(gradeOf(consentText.en)).toBeLessThanOrEqual(6);
  });
});

describe('P37 Spanish', () => {
  test('the form is at least normal to read on the INFLESZ scale', () => {
    expect(easeOf(spanish.flatMap(({ texts }) => texts))).toBeGreaterThanOrEqual(55);
  });

  test('no page is hard to read', () => {
    const hard = spanish
      .map(({ id, texts }) => ({ id, ease: easeOf(texts) }))
      .filter(({ ease }) => ease < 55);
    expect(hard).toEqual([]);
  });

  test('what a person signs is at least normal to read', () => {
    expect(easeOf(consentText.es)).toBeGreaterThanOrEqual(55);
  });
});

describe('P37 the gate itself', () => {
  test('a text for professionals is found', () => {
    const hard =
      'Patients demonstrating uncontrolled hypertension necessitate comprehensive cardiovascular evaluation.';
    expect(gradeOf([hard])).toBeGreaterThan(8);
    const difícil =
      'Los pacientes con hipertensión descontrolada necesitan evaluación cardiovascular exhaustiva.';
    expect(easeOf([difícil])).toBeLessThan(55);
  });

  test('the grade is the published formula', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 2);
    // 5 words, 1 sentence, 8 syllables: 206.835 − 62.3 × 1.6 − 5
    expect(easeOf(['El gato come pan blanco.'])).toBeCloseTo(206.835 - 62.3 * 1.6 - 5, 2);
  });

  test.each([
    ['pregnancy', 3],
    ['medication', 4],
    ['trouble', 2],
    ['whole', 1],
    ['needed', 2],
    ['matches', 2],
    ['called', 1],
    ['period', 3],
    ['anxiety', 4],
    ['patient', 2],
    ['unusually', 5],
    ['breathing', 2],
    ['people', 2],
    ['sometimes', 2],
    ['the', 1],
    ['911', 1],
  ])('%s has %i syllables in English', (word, count) => {
    expect(syllablesInEnglish(word)).toBe(count);
  });

  test.each([
    ['alegría', 4],
    ['guerra', 2],
    ['siguiente', 3],
    ['pingüino', 3],
    ['ahora', 3],
    ['ciudad', 2],
    ['presión', 2],
    ['había', 3],
    ['muy', 1],
    ['averiguáis', 4],
  ])('%s has %i syllables in Spanish', (word, count) => {
    expect(syllablesInSpanish(word)).toBe(count);
  });
});
