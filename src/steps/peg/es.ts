/** No published Spanish form was at hand: this wording is ours. */
export const spanishUnconfirmed = 'our translation, not confirmed';

export const questions = {
  peg: {
    label: 'El dolor en la última semana',
    short: 'PEG (dolor, última semana)',
    items: [
      '¿Qué número describe mejor su dolor, en promedio, en la última semana?',
      '¿Qué número describe mejor cuánto, durante la última semana, el dolor le ha impedido disfrutar de la vida?',
      '¿Qué número describe mejor cuánto, durante la última semana, el dolor ha interferido con su actividad en general?',
    ],
    scale: ['Sin dolor', 'El peor dolor que pueda imaginar'],
    anchors: [
      ['Sin dolor', 'El peor dolor que pueda imaginar'],
      ['No interfiere', 'Interfiere por completo'],
      ['No interfiere', 'Interfiere por completo'],
    ] as const,
  },
};

export const pages = { pain: { title: 'Su dolor', intro: 'Elija un número del 0 al 10.' } };
