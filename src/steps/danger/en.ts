export const questions = {
  emergencyNow: {
    label: 'Are you in danger right now?',
    hint: 'If you might hurt yourself or someone else, or you have a medical emergency, call 911 or 988 now.',
    short: 'In danger right now',
  },
};

export const pages = { danger: {} };
