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
      unsure: 'No lo sé',
    },
  },
  hfValve: {
    label: '¿Tiene insuficiencia cardíaca o un problema en una válvula del corazón?',
    hint: 'Diga que sí también si tiene el corazón débil o agrandado (cardiomiopatía).',
    short: 'Insuficiencia cardíaca o problema de válvula',
  },
  arrhythmia: {
    label: '¿Tiene latidos irregulares del corazón?',
    hint: 'Por ejemplo fibrilación auricular (AFib) o QT largo. Diga que sí también si tiene marcapasos.',
    short: 'Latidos irregulares o marcapasos',
  },
};

export const pages = {
  heart: {
    title: 'Su corazón',
    why: 'Estas medicinas pueden subir la presión y el pulso por unas horas. Preguntamos para cuidarle.',
  },
};
