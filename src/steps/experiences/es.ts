export const questions = {
  psychosisCurrent: {
    label:
      'En los últimos 3 meses, ¿oyó o vio cosas que los demás no oían ni veían, o sintió la certeza de que alguien planeaba hacerle daño?',
    why: 'Durante el tratamiento puede sentirse lejos de su cuerpo o ver las cosas de otra manera. Suele pasar en una hora después de la infusión, o en 2 horas con SPRAVATO.',
    short: 'Voces, visiones o temores fijos, últimos 3 meses',
  },
  psychosisEver: {
    label: '¿Le ha pasado alguna vez en la vida?',
    hint: 'Oír o ver cosas que los demás no oían ni veían, o sentir la certeza de que alguien planeaba hacerle daño. Una sola vez también cuenta.',
    why: 'Lo que pasó antes nos ayuda a cuidarle, aunque fuera hace mucho.',
    short: 'Voces, visiones o temores fijos, alguna vez',
  },
  cognitive: {
    label: '¿Tiene un problema serio de memoria o del pensamiento, como la demencia?',
    hint: 'Diga que sí también si muchas veces tiene mucha confusión.',
    why: 'Estas medicinas pueden hacer más lentos el pensamiento y las reacciones por unas horas.',
    short: 'Problema serio de memoria',
  },
};

export const pages = { experiences: { title: 'Experiencias poco comunes y memoria' } };
