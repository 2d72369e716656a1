const why = 'La preocupación y el desánimo suelen venir juntos. Se lo preguntamos a todos.';
const stem =
  'Durante las últimas 2 semanas, ¿con qué frecuencia ha sentido molestias por los siguientes problemas?';

export const questions = {
  gad7: {
    label: stem,
    short: 'GAD-7 (preocupación, últimas 2 semanas)',
    items: [
      'Sentirse nervioso/a, intranquilo/a o con los nervios de punta',
      'No poder dejar de preocuparse o no poder controlar la preocupación',
      'Preocuparse demasiado por diferentes cosas',
      'Dificultad para relajarse',
      'Estar tan inquieto/a que es difícil permanecer sentado/a tranquilamente',
      'Molestarse o ponerse irritable fácilmente',
      'Sentir miedo como si algo terrible pudiera pasar',
    ],
    scale: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
  },
};

export const pages = {
  gad7Worry: { title: 'Sus nervios y preocupaciones', intro: stem, why },
  gad7Rest: { title: 'Su calma o inquietud', intro: stem, why },
  gad7Fear: { title: 'Sentirse a salvo o con miedo', intro: stem, why },
};
