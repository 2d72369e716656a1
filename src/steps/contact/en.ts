export const questions = {
  phone: { label: 'Phone number', short: 'Phone' },
  email: { label: 'Email address', short: 'Email' },
  mayCall: { label: 'May we call you?', short: 'May call' },
  mayText: { label: 'May we text you?', short: 'May text' },
  mayEmail: {
    label: 'May we email you?',
    hint: 'Your answers are never in our emails.',
    short: 'May email',
  },
  mayLeaveMessage: {
    label: 'Is it safe to leave a message?',
    hint: 'Think about who else may hear or read it.',
    short: 'Safe to leave a message',
  },
};

export const pages = {
  contact: {
    title: 'How to reach you',
    intro: 'We need a phone number or an email address.',
    why: 'We call to talk about your answers, to plan a visit, or if we are worried about your safety. We call in clinic hours.',
  },
};
