export const questions = {
  highPeriodEver: {
    label: 'Have you ever had several days of unusually high mood or energy?',
    hint: 'For example, you felt very “up”, were full of energy, needed much less sleep, or talked and moved much faster than usual.',
    why: 'Your mood history helps us plan safe care. We ask everyone.',
    short: 'Past high-energy period',
  },
  highPeriodTrouble: {
    label: 'Did those days cause trouble with money, work, family or the law?',
    why: 'It helps us understand how strong those days were.',
    short: 'High period caused trouble',
  },
  highPeriodNoticed: {
    label: 'Did other people notice that you were not your usual self?',
    why: 'Other people sometimes see a change before we do.',
    short: 'High period noticed by others',
  },
  maniaCurrent: {
    label: 'Have you felt this way in the past week?',
    hint: 'Very “up”, full of energy, needing much less sleep, or talking and moving much faster than usual.',
    why: 'How you feel right now helps us choose a safe time to start.',
    short: 'High period in the past week',
  },
};

export const pages = {
  highPeriods: {},
  highPeriodDetails: { title: 'More about those high-energy days' },
};
