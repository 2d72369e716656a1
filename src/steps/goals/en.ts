const goals = {
  depression: 'Depression',
  bipolarDepression: 'Depression with bipolar disorder',
  ptsd: 'PTSD (stress after trauma)',
  gad: 'Anxiety or constant worry',
  socialAnxiety: 'Fear of being with people (social anxiety)',
  ocd: 'OCD (thoughts or habits that you cannot stop)',
  chronicPain: 'Pain that has lasted a long time',
  substanceUse: 'Alcohol or drug use',
  other: 'Something else',
};

export const questions = {
  conditions: { label: 'What do you hope to get help with?', short: 'Goals', options: goals },
  mainCondition: { label: 'Which one matters most to you now?', short: 'Main goal', options: goals },
  interest: {
    label: 'Which treatment are you asking about?',
    short: 'Treatment of interest',
    options: {
      spravato: 'SPRAVATO, a nose spray',
      ivKetamine: 'IV ketamine, given through a vein',
      either: 'Either one, or I’m not sure',
    },
  },
};

export const pages = { goals: { title: 'Your goals' } };
