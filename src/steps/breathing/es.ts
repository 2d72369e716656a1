export const questions = {
  eyePressure: {
    label: '¿Tiene glaucoma, o tuvo hace poco una cirugía o una herida en un ojo?',
    hint: 'El glaucoma es presión alta dentro del ojo.',
    short: 'Glaucoma, cirugía o herida reciente del ojo',
  },
  lung: {
    label: '¿Tiene un problema de los pulmones que le limita, o usa oxígeno en casa?',
    hint: 'Por ejemplo EPOC, asma fuerte o un nivel bajo de oxígeno.',
    short: 'Problema serio de los pulmones u oxígeno en casa',
  },
  apnea: {
    label: '¿Tiene apnea del sueño?',
    hint: 'La respiración se corta y vuelve mientras duerme.',
    short: 'Apnea del sueño',
    options: {
      none: 'No',
      treated: 'Sí, y uso CPAP u otro tratamiento',
      untreated: 'Sí, y no uso ningún tratamiento',
      unsure: 'No lo sé',
    },
  },
};

export const pages = {
  eyesAndBreathing: {
    title: 'Sus ojos y su respiración',
    why: 'La respiración suele seguir normal, pero a algunas personas les da mucho sueño. El personal vigila su oxígeno. La presión del ojo también puede subir por un rato.',
  },
};
