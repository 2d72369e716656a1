export const questions = {
  birthDate: {
    label: '¿Cuál es su fecha de nacimiento?',
    hint: 'Atendemos a adultos de 18 años o más.',
    short: 'Fecha de nacimiento',
  },
};

export const pages = { birthDate: {} };
