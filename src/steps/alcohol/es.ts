/** AUDIT-C, versión en español (Organización Mundial de la Salud; LOINC 72109-2). No se debe cambiar. */
export const questions = {
  auditc: {
    label: 'Alcohol en el último año',
    hint: 'Una bebida estándar es una cerveza de 12 onzas, una copa de vino de 5 onzas o 1.5 onzas de licor.',
    why: 'El alcohol y estas medicinas no van bien juntos. Sus respuestas sinceras le protegen. No cancelan su solicitud. Es información médica privada.',
    short: 'AUDIT-C (alcohol, último año)',
    items: [
      '¿Con qué frecuencia consume alguna bebida alcohólica?',
      '¿Cuántas bebidas alcohólicas suele tomar en un día de consumo normal?',
      '¿Con qué frecuencia toma seis o más bebidas alcohólicas en una sola ocasión?',
    ],
    scale: [],
  },
};

/** Las respuestas de cada pregunta, en el orden de sus valores, de 0 a 4. */
export const scales = [
  [
    'Nunca',
    'Una vez al mes o menos',
    'De 2 a 4 veces al mes',
    'De 2 a 3 veces a la semana',
    '4 o más veces a la semana',
  ],
  ['1 o 2', '3 o 4', '5 o 6', 'De 7 a 9', '10 o más'],
  ['Nunca', 'Menos de una vez al mes', 'Mensualmente', 'Semanalmente', 'A diario o casi a diario'],
];

export const pages = { alcohol: {} };
