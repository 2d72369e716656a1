export const questions = {
  augmentation: {
    label: 'Was a second medicine ever added to help an antidepressant work?',
    hint: 'For example aripiprazole (Abilify), quetiapine (Seroquel), lithium, or a thyroid medicine. Add each one.',
    why: 'It shows what you have tried so far. Memory gaps are fine.',
    short: 'Medicines added to an antidepressant',
  },
};

export const pages = { augmentation: {} };
