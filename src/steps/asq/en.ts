const options = { yes: 'Yes', no: 'No', unsure: 'I’m not sure', declined: 'Prefer not to answer' };
const why = 'We ask everyone. Feeling this way is common when people are depressed, and there is help.';

export const questions = {
  asq1: { label: 'In the past few weeks, have you wished you were dead?', short: 'Wish to be dead', options },
  asq2: {
    label:
      'In the past few weeks, have you felt that you or your family would be better off if you were dead?',
    short: 'Family better off',
    options,
  },
  asq3: {
    label: 'In the past week, have you been having thoughts about killing yourself?',
    short: 'Thoughts of suicide, past week',
    options,
  },
  asq4: { label: 'Have you ever tried to kill yourself?', short: 'Suicide attempt ever', options },
  asq4when: {
    label: 'When was that?',
    hint: 'If it was more than once, tell us about the last time.',
    short: 'Last attempt',
    options: {
      past3m: 'In the past 3 months',
      '3to12m': '3 to 12 months ago',
      over1y: 'More than 1 year ago',
      unsure: 'I’m not sure',
    },
  },
  asq5: {
    label: 'Are you having thoughts of killing yourself right now?',
    short: 'Thoughts of suicide now',
    options,
  },
};

export const pages = {
  asqWishes: {
    title: 'Questions that we ask everyone',
    intro:
      'Your answers do not end your request. If you do not want to answer, choose “Prefer not to answer”.',
    why,
  },
  asqAttempt: {
    title: 'One more question for everyone',
    intro: 'If you do not want to answer, choose “Prefer not to answer”.',
    why,
  },
  asqNow: {
    title: 'How you are right now',
    intro: 'Thank you for telling us. This is the last question of this kind.',
    why,
  },
};
