export const questions = {
  mi: { label: 'Have you ever had a heart attack?', short: 'Heart attack' },
  miWhen: {
    label: 'When was the heart attack?',
    hint: 'If you have had more than one, tell us about the last one.',
    short: 'Time of heart attack',
    options: {
      within6w: 'In the past 6 weeks',
      '6wTo6m': '6 weeks to 6 months ago',
      over6m: 'More than 6 months ago',
      unsure: 'I’m not sure',
    },
  },
  hfValve: {
    label: 'Do you have heart failure or a heart valve problem?',
    hint: 'Also say yes for a weak or enlarged heart muscle (cardiomyopathy).',
    short: 'Heart failure or valve disease',
  },
  arrhythmia: {
    label: 'Do you have an irregular heartbeat?',
    hint: 'For example atrial fibrillation (AFib) or long QT. Also say yes if you have a pacemaker.',
    short: 'Irregular heartbeat or pacemaker',
  },
};

export const pages = {
  heart: {
    title: 'Your heart',
    why: 'These medicines can raise blood pressure and heart rate for a few hours. We ask so that we can keep you safe.',
  },
};
