export const questions = {
  completedBy: {
    label: 'Who is filling in this form?',
    short: 'Filled in by',
    options: {
      self: 'I am, and it is about me',
      other: 'I am helping someone else',
      staff: 'I work at the clinic',
    },
    notes: {
      other: 'From here on, “you” means the person who wants care. Please answer as they would.',
      staff: 'Please read each question out loud. Enter what the person says.',
    },
  },
  helperName: { label: 'What is your name, as the helper?', short: 'Helper’s name' },
  helperRelation: {
    label: 'How do you know this person?',
    hint: 'For example: wife, son, friend, nurse.',
    short: 'Helper’s relation',
  },
  guardian: {
    label: 'Does someone else make medical decisions for you by law?',
    hint: 'For example, a guardian named by a court.',
    short: 'Legal decision-maker',
  },
  interpreter: {
    label: 'Would you like an interpreter for calls and visits?',
    short: 'Interpreter',
  },
};

export const pages = { who: { title: 'Who is answering' } };
