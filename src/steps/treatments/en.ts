export const questions = {
  ect: {
    label: 'Have you had ECT?',
    hint: 'ECT (electroconvulsive therapy) sends a small electric current to the brain while you are asleep.',
    short: 'ECT',
  },
  tms: {
    label: 'Have you had TMS?',
    hint: 'TMS (transcranial magnetic stimulation) uses a magnet held near the head while you are awake.',
    short: 'TMS',
  },
  vns: {
    label: 'Have you had VNS for depression?',
    hint: 'VNS (vagus nerve stimulation) uses a small device placed under the skin of the chest.',
    short: 'VNS',
  },
  psychotherapy: {
    label: 'Have you had talk therapy?',
    hint: 'You meet with a therapist or counselor, alone or in a group.',
    short: 'Talk therapy',
  },
};

export const pages = {
  treatments: {
    title: 'Other treatments you have had',
    why: 'It shows what you have tried so far. Memory gaps are fine.',
  },
};
