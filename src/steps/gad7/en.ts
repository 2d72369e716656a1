const why = 'Worry and low mood often come together. We ask everyone.';
const stem = 'Over the last 2 weeks, how often have you been bothered by the following problems?';

export const questions = {
  gad7: {
    label: stem,
    short: 'GAD-7 (worry, past 2 weeks)',
    items: [
      'Feeling nervous, anxious, or on edge',
      'Not being able to stop or control worrying',
      'Worrying too much about different things',
      'Trouble relaxing',
      'Being so restless that it is hard to sit still',
      'Becoming easily annoyed or irritable',
      'Feeling afraid, as if something awful might happen',
    ],
    scale: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
  },
};

export const pages = {
  gad7Worry: { title: 'Your nerves and worries', intro: stem, why },
  gad7Rest: { title: 'Feeling calm or restless', intro: stem, why },
  gad7Fear: { title: 'Feeling safe or afraid', intro: stem, why },
};
