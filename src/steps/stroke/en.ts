export const questions = {
  strokeTia: {
    label: 'Have you ever had a stroke or a mini-stroke?',
    hint: 'In a mini-stroke (TIA), the signs go away in a short time.',
    short: 'Stroke or mini-stroke (TIA)',
  },
  cardiacSx: {
    label:
      'In the past month, have you had chest pain, fainting, or a fast or slow heartbeat with trouble breathing?',
    short: 'Chest pain, fainting or heartbeat symptoms, past month',
    notes: {
      yes: 'If you have chest pain or trouble breathing now, call 911. Otherwise call your regular doctor soon.',
    },
  },
};

export const pages = {
  heartSymptoms: {
    title: 'Stroke and heart symptoms',
    why: 'These medicines can raise blood pressure and heart rate for a few hours. We ask so that we can keep you safe.',
  },
};
