import type { Instrument } from './instrument.ts';

const item = (key: string, loinc: string, more: Partial<Instrument['items'][number]> = {}) => ({
  key,
  text: { en: `Made-up question ${key}?`, es: `¿Pregunta inventada ${key}?` },
  short: { en: `Made-up ${key}`, es: `Inventada ${key}` },
  loinc,
  acute: false,
  ...more,
});

const notNo = (key: string): Instrument['items'][number]['shown'] => ({ key, is: ['yes', 'declined'] });

/** Every word of it is made up: only keys, order, skip logic and codes are those of the clinical reference, 4.4. */
export const madeUpFile = {
  name: 'Made-up screen',
  version: 'of a test',
  permission: { from: 'Nobody', to: 'A made-up clinic', on: '2026-11-22', reference: 'A test' },
  copyright: 'Made-up screen: made up for a test, nobody’s.',
  loinc: '93373-9',
  title: { en: 'Made-up questions for everyone', es: 'Preguntas inventadas para todos' },
  intro: { en: 'Every word here is made up.', es: 'Aquí todo es inventado.' },
  why: { en: 'We ask everyone.', es: 'Se lo preguntamos a todos.' },
  answers: {
    yes: { en: 'Yes', es: 'Sí', loinc: 'LA33-6' },
    no: { en: 'No', es: 'No', loinc: 'LA32-8' },
    declined: { en: 'Prefer not to answer', es: 'Prefiero no contestar' },
  },
  items: [
    item('cssrs1', '93246-7'),
    item('cssrs2', '93247-5'),
    item('cssrs3', '93248-3', { shown: notNo('cssrs2') }),
    item('cssrs4', '93249-1', { shown: notNo('cssrs2'), acute: true }),
    item('cssrs5', '93250-9', { shown: notNo('cssrs2'), acute: true }),
    item('cssrs6', '93267-3'),
    item('cssrs6recent', '93269-9', { shown: notNo('cssrs6'), acute: true }),
  ],
} satisfies Omit<Instrument, 'sha256'>;

export const madeUpInstrument: Instrument = { ...madeUpFile, sha256: 'a'.repeat(64) };

/** Every item that is always asked, answered with no. */
export const allNo = { cssrs1: 'no', cssrs2: 'no', cssrs6: 'no' };
