export const questions = {
  episodeMonths: {
    label: 'How many months has this spell of depression lasted?',
    hint: 'Your best guess is fine. One year is 12 months.',
    short: 'Length of this episode, months',
  },
  wellTwoMonths: {
    label: 'Have you felt well for 2 months or more since it began?',
    short: 'Well for 2 months since onset',
  },
};

export const pages = { episode: { title: 'How long this has lasted' } };
