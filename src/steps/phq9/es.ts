const why = 'Nos ayuda a ver cómo ha estado. Se lo preguntamos a todos.';
const stem =
  'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?';

export const questions = {
  phq9: {
    label: stem,
    short: 'PHQ-9 (ánimo, últimas 2 semanas)',
    items: [
      'Poco interés o placer en hacer cosas',
      'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
      'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
      'Se ha sentido cansado(a) o con poca energía',
      'Sin apetito o ha comido en exceso',
      'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
      'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
      '¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
      'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
    ],
    scale: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
  },
  phq9Difficulty: {
    label:
      'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?',
    short: 'PHQ-9: dificultad',
    items: [],
    scale: ['No ha sido difícil', 'Un poco difícil', 'Muy difícil', 'Extremadamente difícil'],
  },
};

export const pages = {
  phq9Mood: { title: 'Su ánimo y su sueño', intro: stem, why },
  phq9Body: { title: 'Su energía y su apetito', intro: stem, why },
  phq9Mind: { title: 'Su atención y su ritmo', intro: stem, why },
  phq9Thoughts: {
    title: 'Sus pensamientos',
    intro: stem,
    why: 'Se lo preguntamos a todos. Es común sentirse así con depresión, y hay ayuda.',
  },
  phq9Difficulty: { title: 'Su vida diaria' },
};
