export const questions = {
  medications: {
    label: 'What medicines do you take now?',
    hint: 'Add pills, patches, shots, inhalers, nose sprays, things you buy without a prescription, vitamins and herbs. If you cannot find one, type its name.',
    why: 'Some medicines do not mix well with this treatment. Some make you sleepy. Some raise blood pressure.',
    short: 'Current medicines',
  },
  medsComplete: {
    label: 'Did you list everything you take?',
    short: 'Medicine list complete',
  },
};

export const pages = {
  medicines: {
    title: 'Your medicines',
    intro: 'Please do not stop or change any medicine because of this form.',
  },
};
