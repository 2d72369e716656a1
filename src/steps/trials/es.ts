export const questions = {
  trials: {
    label: '¿Qué antidepresivos ha probado?',
    hint: 'Agregue cada medicina para la depresión, de ahora o de antes. Basta con lo que recuerde.',
    why: 'SPRAVATO es para la depresión que no mejoró con al menos dos antidepresivos. No importa si no recuerda todo.',
    short: 'Antidepresivos probados',
  },
};

export const pages = { trials: {} };
