export const questions = {
  consents: {
    label: 'Type your full name to sign',
    hint: 'When you type your name, you tell us your answers are true as far as you know.',
    short: 'Signature',
  },
};

export const pages = {
  check: { title: 'Check your answers', intro: 'You can change any answer before you send.' },
  sign: { title: 'Sign and send' },
};
