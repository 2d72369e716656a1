/** AUDIT-C as in the Spanish edition of WHO's AUDIT manual (2001), to be held against it. Not to be reworded. */
export const questions = {
  auditc: {
    label: 'Alcohol en el último año',
    hint: 'Una bebida estándar es una cerveza normal de 12 onzas, una copa de vino de 5 onzas o 1.5 onzas de licor.',
    why: 'El alcohol y estas medicinas no van bien juntos. Sus respuestas sinceras le protegen. No cancelan su solicitud. Es información médica privada.',
    short: 'AUDIT-C (alcohol, último año)',
    items: [
      '¿Con qué frecuencia consume alguna bebida alcohólica?',
      '¿Cuántas consumiciones de bebidas alcohólicas suele realizar en un día de consumo normal?',
      '¿Con qué frecuencia toma 6 o más bebidas alcohólicas en un solo día?',
    ],
    scale: [],
  },
};

/** The answers of each item, in the order of their values 0 to 4. */
export const scales = [
  [
    'Nunca',
    'Una o menos veces al mes',
    'De 2 a 4 veces al mes',
    'De 2 a 3 veces a la semana',
    '4 o más veces a la semana',
  ],
  ['1 o 2', '3 o 4', '5 o 6', 'De 7 a 9', '10 o más'],
  ['Nunca', 'Menos de una vez al mes', 'Mensualmente', 'Semanalmente', 'A diario o casi a diario'],
];

export const pages = { alcohol: {} };
