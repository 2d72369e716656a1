export const questions = {
  htn: { label: 'Have you been told that you have high blood pressure?', short: 'High blood pressure' },
  htnControlled: {
    label: 'Is your blood pressure under control now?',
    hint: 'With or without medicine.',
    short: 'Blood pressure under control',
  },
  htnEnceph: {
    label: 'Have you ever had very high blood pressure that affected your brain?',
    hint: 'It can cause a bad headache, confusion, seizures or trouble seeing.',
    short: 'Hypertensive encephalopathy',
  },
  sbp: {
    label: 'Top number',
    hint: 'The larger number, from your last reading.',
    short: 'Blood pressure, top number',
  },
  dbp: {
    label: 'Bottom number',
    hint: 'The smaller number, from your last reading.',
    short: 'Blood pressure, bottom number',
  },
  bpAge: {
    label: 'When was this blood pressure reading?',
    short: 'Time of blood pressure reading',
    options: { within6m: 'In the past 6 months', over6m: 'More than 6 months ago' },
  },
};

export const pages = {
  pressure: {
    title: 'Your blood pressure',
    intro: 'If you do not know your numbers, that is fine. The clinic will measure it.',
    why: 'These medicines can raise blood pressure and heart rate for a few hours. We ask so that we can keep you safe.',
  },
};
