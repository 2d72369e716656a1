const goals = {
  depression: 'Depresión',
  bipolarDepression: 'Depresión con trastorno bipolar',
  ptsd: 'TEPT (estrés después de un trauma)',
  gad: 'Ansiedad o preocupación constante',
  socialAnxiety: 'Miedo a estar con gente (ansiedad social)',
  ocd: 'TOC (ideas o hábitos que no puede parar)',
  chronicPain: 'Dolor que ha durado mucho tiempo',
  substanceUse: 'Uso de alcohol o drogas',
  other: 'Otra cosa',
};

export const questions = {
  conditions: { label: '¿Con qué quiere que le ayudemos?', short: 'Metas', options: goals },
  mainCondition: { label: '¿Cuál le importa más ahora?', short: 'Meta principal', options: goals },
  interest: {
    label: '¿Por cuál tratamiento pregunta?',
    short: 'Tratamiento de interés',
    options: {
      spravato: 'SPRAVATO, un espray para la nariz',
      ivKetamine: 'Ketamina IV, por la vena',
      either: 'Cualquiera de los dos, o no sé cuál',
    },
  },
};

export const pages = { goals: { title: 'Sus metas' } };
