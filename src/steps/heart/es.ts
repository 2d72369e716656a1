export const questions = {
  mi: { label: '¿Alguna vez ha tenido un ataque al corazón?', short: 'Ataque al corazón' },
  miWhen: {
    label: '¿Cuándo fue el ataque al corazón?',
    hint: 'Si ha tenido más de uno, hable del último.',
    short: 'Cuándo fue el ataque al corazón',
    options: {
      within6w: 'En las últimas 6 semanas',
      '6wTo6m': 'Hace de 6 semanas a 6 meses',
      over6m: 'Hace más de 6 meses',
      unsure: 'No estoy seguro o segura',
    },
  },
};

export const pages = {
  heart: {
    title: 'Su corazón',
    why: 'Estas medicinas pueden subir la presión y el pulso por unas horas. Preguntamos para cuidarle.',
  },
};
