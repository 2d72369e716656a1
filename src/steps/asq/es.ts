const options = {
  yes: 'Sí',
  no: 'No',
  unsure: 'No lo sé',
  declined: 'Prefiero no contestar',
};
const why = 'Se lo preguntamos a todos. Es común sentirse así con depresión, y hay ayuda.';

export const questions = {
  asq1: {
    label: 'En las últimas semanas, ¿ha deseado estar muerto?',
    short: 'Deseo de estar muerto',
    options,
  },
  asq2: {
    label: 'En las últimas semanas, ¿ha sentido que usted o su familia estarían mejor si estuviera muerto?',
    short: 'La familia estaría mejor',
    options,
  },
  asq3: {
    label: 'En la última semana, ¿ha estado pensando en suicidarse?',
    short: 'Ideas de suicidio, última semana',
    options,
  },
  asq4: { label: '¿Alguna vez ha intentado suicidarse?', short: 'Intento de suicidio alguna vez', options },
  asq4when: {
    label: '¿Cuándo fue?',
    hint: 'Si fue más de una vez, hable de la última.',
    short: 'Último intento',
    options: {
      past3m: 'En los últimos 3 meses',
      '3to12m': 'Hace de 3 a 12 meses',
      over1y: 'Hace más de 1 año',
      unsure: 'No lo sé',
    },
  },
  asq5: {
    label: '¿Está pensando en suicidarse en este momento?',
    short: 'Ideas de suicidio ahora',
    options,
  },
};

export const pages = {
  asqWishes: {
    title: 'Preguntas que hacemos a todos',
    intro: 'Sus respuestas no cancelan su solicitud. Si no quiere contestar, elija «Prefiero no contestar».',
    why,
  },
  asqAttempt: {
    title: 'Una pregunta más para todos',
    intro: 'Si no quiere contestar, elija «Prefiero no contestar».',
    why,
  },
  asqNow: {
    title: 'Cómo está en este momento',
    intro: 'Gracias por contarnos. Es la última pregunta de este tipo.',
    why,
  },
};
