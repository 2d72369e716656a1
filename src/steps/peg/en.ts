export const questions = {
  peg: {
    label: 'Pain in the past week',
    short: 'PEG (pain, past week)',
    items: [
      'What number best describes your pain on average in the past week?',
      'What number best describes how, during the past week, pain has interfered with your enjoyment of life?',
      'What number best describes how, during the past week, pain has interfered with your general activity?',
    ],
    scale: ['No pain', 'Pain as bad as you can imagine'],
    anchors: [
      ['No pain', 'Pain as bad as you can imagine'],
      ['Does not interfere', 'Completely interferes'],
      ['Does not interfere', 'Completely interferes'],
    ] as const,
  },
};

export const pages = { pain: { title: 'Your pain', intro: 'Choose a number from 0 to 10.' } };
