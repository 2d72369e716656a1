export const questions = {
  psychosisCurrent: {
    label:
      'In the past 3 months, have you heard or seen things that others did not, or felt sure that people were plotting against you?',
    why: 'During treatment you may feel far from your body or see things differently. This usually fades within an hour after an infusion, or within 2 hours of SPRAVATO.',
    short: 'Voices, visions or fixed fears, past 3 months',
  },
  psychosisEver: {
    label: 'Has this ever happened to you, at any time in your life?',
    hint: 'Hearing or seeing things that others did not, or feeling sure that people were plotting against you. Once counts too.',
    why: 'What happened before helps us plan safe care, even if it was long ago.',
    short: 'Voices, visions or fixed fears, ever',
  },
  cognitive: {
    label: 'Do you have a serious memory or thinking problem, such as dementia?',
    hint: 'Also say yes if you often get very confused.',
    why: 'These medicines can slow your thinking and reactions for some hours.',
    short: 'Serious memory problem',
  },
};

export const pages = { experiences: { title: 'Unusual experiences and memory' } };
