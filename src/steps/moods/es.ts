export const questions = {
  highPeriodEver: {
    label: '¿Alguna vez tuvo varios días con el ánimo o la energía mucho más altos de lo normal?',
    hint: 'Por ejemplo: tenía el ánimo por las nubes o mucha energía, dormía mucho menos, o hablaba y se movía mucho más rápido que de costumbre.',
    why: 'Saber cómo ha sido su ánimo nos ayuda a cuidarle. Se lo preguntamos a todos.',
    short: 'Período de mucha energía en el pasado',
  },
  highPeriodTrouble: {
    label: '¿Esos días le causaron problemas de dinero, de trabajo, con la familia o con la ley?',
    why: 'Nos ayuda a entender qué tan fuertes fueron esos días.',
    short: 'El período causó problemas',
  },
  highPeriodNoticed: {
    label: '¿Otras personas notaron que usted no estaba como siempre?',
    why: 'A veces los demás notan un cambio antes que nosotros.',
    short: 'Otras personas lo notaron',
  },
  maniaCurrent: {
    label: '¿Se ha sentido así en la última semana?',
    hint: 'Con el ánimo por las nubes, con mucha energía, durmiendo mucho menos, o hablando y moviéndose mucho más rápido que de costumbre.',
    why: 'Saber cómo está ahora nos ayuda a elegir un buen momento para empezar.',
    short: 'Período de mucha energía en la última semana',
  },
};

export const pages = {
  highPeriods: {},
  highPeriodDetails: { title: 'Más sobre esos días de mucha energía' },
};
