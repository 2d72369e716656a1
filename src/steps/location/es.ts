export const questions = {
  location: { label: '¿Cuál de nuestras clínicas le queda mejor?', short: 'Clínica' },
};

export const pages = { location: {} };
