export const questions = {
  completedBy: {
    label: '¿Quién llena este formulario?',
    short: 'Quién lo llenó',
    options: {
      self: 'Yo, y se trata de mí',
      other: 'Ayudo a otra persona',
      staff: 'Trabajo en la clínica',
    },
    notes: {
      other: 'De aquí en adelante, «usted» es la persona que busca atención. Conteste como ella lo haría.',
      staff: 'Lea cada pregunta en voz alta. Anote lo que la persona diga.',
    },
  },
  helperName: { label: '¿Cómo se llama usted, que ayuda?', short: 'Nombre de quien ayuda' },
  helperRelation: {
    label: '¿Qué relación tiene con esta persona?',
    hint: 'Por ejemplo: esposa, hijo, amiga, enfermero.',
    short: 'Relación de quien ayuda',
  },
  guardian: {
    label: '¿Hay otra persona que por ley decide sobre su atención médica?',
    hint: 'Por ejemplo, un tutor que nombró un juez.',
    short: 'Quién decide por ley',
  },
  interpreter: {
    label: '¿Quiere un intérprete para las llamadas y las citas?',
    short: 'Intérprete',
  },
};

export const pages = { who: { title: 'Quién contesta' } };
