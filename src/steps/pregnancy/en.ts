export const questions = {
  sex: {
    label: 'What sex were you assigned at birth?',
    why: 'Some scores are read differently for men and women.',
    short: 'Sex assigned at birth',
    options: { male: 'Male', female: 'Female', intersex: 'Intersex', declined: 'Prefer not to say' },
  },
  canBecomePregnant: {
    label: 'Could you become pregnant?',
    hint: 'Choose No if your body cannot, for example after menopause or some surgeries.',
    why: 'Not enough is known about these medicines in pregnancy. We ask everyone.',
    short: 'Could become pregnant',
  },
  breastfeeding: {
    label: 'Are you breastfeeding?',
    hint: 'Also say yes if you pump milk for a baby.',
    why: 'Not enough is known about these medicines in breast milk.',
    short: 'Breastfeeding',
  },
  pregnant: {
    label: 'Are you pregnant now?',
    hint: 'If your period is late, choose “I’m not sure”.',
    why: 'Not enough is known about these medicines in pregnancy.',
    short: 'Pregnant now',
  },
  tryingPregnant: {
    label: 'Are you trying to become pregnant?',
    why: 'It helps us plan the right time with you.',
    short: 'Trying to become pregnant',
  },
  contraception: {
    label: 'Do you use birth control?',
    why: 'It helps us talk with you about ways to prevent a pregnancy during treatment.',
    short: 'Birth control',
  },
};

export const pages = {
  pregnancy: { title: 'Sex and pregnancy' },
  pregnancyDetails: { title: 'More about pregnancy' },
};
