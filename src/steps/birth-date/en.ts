export const questions = {
  birthDate: {
    label: 'What is your date of birth?',
    hint: 'We treat adults 18 and older.',
    short: 'Date of birth',
  },
};

export const pages = { birthDate: {} };
