export const questions = {
  priorKetamine: {
    label: 'Have you been treated with ketamine or SPRAVATO before?',
    hint: 'By IV, shot, nasal spray, tablet or lozenge. Count it if you had it for surgery.',
    short: 'Ketamine or SPRAVATO before',
  },
  priorKetReaction: {
    label: 'Did you have a bad reaction to ketamine or SPRAVATO?',
    hint: 'In your body or in your mind.',
    short: 'Reaction to ketamine before',
    options: {
      none: 'No bad reaction',
      bad: 'Yes, a bad reaction',
      unsure: 'I’m not sure',
    },
  },
};

export const pages = {
  priorKetamine: {
    title: 'Ketamine or SPRAVATO before',
    why: 'How it went last time helps us plan.',
  },
};
