export const questions = {
  bodyUnits: {
    label: 'Which units do you want to use?',
    short: 'Units',
    options: { us: 'Feet, inches and pounds', metric: 'Centimeters and kilograms' },
  },
  heightIn: { label: 'How tall are you?', short: 'Height' },
  weightLb: { label: 'How much do you weigh?', hint: 'Your best guess is fine.', short: 'Weight' },
};

export const pages = {
  size: {
    title: 'Your height and weight',
    why: 'Body size matters for the dose and for your breathing when you are sleepy.',
  },
};
