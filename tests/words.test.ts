import { expect, test } from 'vitest';
import { locales } from '../src/lib/locale.ts';
import { consentText } from '../src/steps/sending/consent-text.ts';
import { pages, wordsOf } from './wording.ts';

/** What a patient never reads: verdicts, blame, alarm. The instruments keep their own words. */
const never = {
  en: /\b(?:in)?eligib|\bqualif|\bfail(?:s|ed)?\b|\bdenied|\binvalid|\babuse|\bcommit(?:ted)? suicide|\bapproved\b|\brejected|\boops/i,
  es: /elegib|califica|\bfall[óo]\b|\bfracas|denegad|rechazad|inválid|\babus|comet\S* suicidio|aprobad|\b[uú]ps\b/i,
};
const shouting = /[!¡]|\p{Extended_Pictographic}/u;

test.each(locales)('no page in %s holds a word that hurts or a verdict', (locale) => {
  const found = pages.flatMap((page) =>
    wordsOf(page, locale)
      .filter((text) => never[locale].test(text) || shouting.test(text))
      .map((text) => `${page.id}: ${text}`),
  );
  expect(found).toEqual([]);
  expect(consentText[locale].filter((text) => never[locale].test(text) || shouting.test(text))).toEqual([]);
});

test('a planted word is found', () => {
  expect(never.en.test('You are not eligible')).toBe(true);
  expect(never.en.test('Treatments that failed')).toBe(true);
  expect(never.en.test('heart failure')).toBe(false);
  expect(never.es.test('El tratamiento fracasó')).toBe(true);
  expect(shouting.test('¡Listo!')).toBe(true);
  expect(shouting.test('988 and 911')).toBe(false);
});

test('Spanish speaks to the patient as usted', () => {
  const familiar = /(?<!\p{L})(?:tú|tu|tus|ti|contigo|puedes|tienes|eres|estás|quieres|has)(?!\p{L})/iu;
  const found = pages.flatMap((page) => wordsOf(page, 'es').filter((text) => familiar.test(text)));
  expect(found).toEqual([]);
});
