export const questions = {
  whereToday: {
    label: 'Where are you today?',
    hint: 'The city or county is enough.',
    short: 'Location today',
  },
  safetyCallConsent: {
    label: 'If an answer shows that you may be in danger, may the clinic be told at once and call you?',
    hint: 'No one reads this form live. The clinic calls when it is open. If you need help now, call or text 988.',
    short: 'Consent to safety call',
  },
  emergencyContactName: {
    label: 'Who is someone we could call for you?',
    hint: 'A person you trust. You can leave this blank.',
    short: 'Emergency contact',
  },
  emergencyContactPhone: { label: 'That person’s phone number', short: 'Emergency contact’s phone' },
  emergencyContactConsent: {
    label: 'May we call this person if we are worried about your safety?',
    short: 'Consent to call emergency contact',
  },
};

export const pages = {
  safetyContact: {
    title: 'Keeping you safe',
    why: 'If we are worried about your safety, this helps us get help to you.',
  },
};
