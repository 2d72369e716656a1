export const questions = {
  priorKetamine: {
    label: '¿Ha recibido antes tratamiento con ketamina o SPRAVATO?',
    hint: 'Por la vena, en inyección, en espray para la nariz o en tabletas. Cuente también si fue para una cirugía.',
    short: 'Ketamina o SPRAVATO antes',
  },
  priorKetReaction: {
    label: '¿Tuvo una mala reacción a la ketamina o a SPRAVATO?',
    hint: 'En el cuerpo o en la mente.',
    short: 'Reacción anterior a la ketamina',
    options: {
      none: 'Ninguna mala reacción',
      bad: 'Sí, una mala reacción',
      unsure: 'No lo sé',
    },
  },
};

export const pages = {
  priorKetamine: {
    title: 'Ketamina o SPRAVATO antes',
    why: 'Saber cómo le fue nos ayuda a hacer un plan.',
  },
};
