export const questions = {
  trials: {
    label: 'Which antidepressants have you tried?',
    hint: 'Add each medicine for depression, from now or from before. Your best guess is fine.',
    why: 'SPRAVATO is for depression that did not get better with at least two antidepressants. Memory gaps are fine.',
    short: 'Antidepressants tried',
  },
};

export const pages = { trials: {} };
