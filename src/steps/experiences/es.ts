export const questions = {
  psychosisCurrent: {
    label:
      'En los últimos 3 meses, ¿oyó o vio cosas que los demás no oían ni veían, o sintió la certeza de que alguien planeaba hacerle daño?',
    why: 'Durante el tratamiento puede ver u oír las cosas de otra manera por un rato. Queremos saber qué es normal para usted.',
    short: 'Voces, visiones o temores fijos, últimos 3 meses',
  },
  psychosisEver: {
    label: '¿Le ha pasado alguna vez en la vida?',
    hint: 'Oír o ver cosas que los demás no oían ni veían, o sentir la certeza de que alguien planeaba hacerle daño.',
    why: 'Lo que pasó antes nos ayuda a cuidarle, aunque fuera hace mucho.',
    short: 'Voces, visiones o temores fijos, alguna vez',
  },
  cognitive: {
    label: '¿Tiene un problema serio de memoria o del pensamiento, como la demencia?',
    hint: 'Diga que sí también si muchas veces se siente muy confundido o confundida.',
    why: 'Estas medicinas pueden hacer más lentos la memoria y el pensamiento por unas horas.',
    short: 'Problema serio de memoria',
  },
};

export const pages = { experiences: { title: 'Cosas que le pueden pasar a la mente' } };
