export const questions = {
  bodyUnits: {
    label: '¿Qué medidas quiere usar?',
    short: 'Medidas',
    options: { us: 'Pies, pulgadas y libras', metric: 'Centímetros y kilos' },
  },
  heightIn: { label: '¿Cuánto mide?', short: 'Estatura' },
  weightLb: { label: '¿Cuánto pesa?', hint: 'Basta con un cálculo.', short: 'Peso' },
};

export const pages = {
  size: {
    title: 'Su estatura y su peso',
    why: 'El tamaño del cuerpo cuenta para la dosis y para su respiración cuando tiene sueño.',
  },
};
