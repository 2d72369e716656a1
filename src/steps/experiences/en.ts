export const questions = {
  psychosisCurrent: {
    label:
      'In the past 3 months, have you heard or seen things that others did not, or felt sure that people were plotting against you?',
    why: 'During treatment you may see or hear things differently for a while. We want to know what is usual for you.',
    short: 'Voices, visions or fixed fears, past 3 months',
  },
  psychosisEver: {
    label: 'Has this ever happened to you, at any time in your life?',
    hint: 'Hearing or seeing things that others did not, or feeling sure that people were plotting against you.',
    why: 'What happened before helps us plan safe care, even if it was long ago.',
    short: 'Voices, visions or fixed fears, ever',
  },
  cognitive: {
    label: 'Do you have a serious memory or thinking problem, such as dementia?',
    hint: 'Also say yes if you often get very confused.',
    why: 'These medicines can make memory and thinking slower for some hours.',
    short: 'Serious memory problem',
  },
};

export const pages = { experiences: { title: 'Things that can happen to the mind' } };
