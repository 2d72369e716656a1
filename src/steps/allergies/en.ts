export const questions = {
  ketamineAllergy: {
    label: 'Are you allergic to ketamine, to esketamine (SPRAVATO), or to anything in them?',
    short: 'Allergy to ketamine or esketamine',
  },
  allergies: {
    label: 'What other allergies do you have?',
    hint: 'Medicines, foods, latex or other things. Tell us what happens.',
    short: 'Other allergies',
  },
};

export const pages = {
  allergies: { title: 'Your allergies', why: 'An allergy to one of these medicines can be dangerous.' },
};
