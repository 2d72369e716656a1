export const questions = {
  raisedIcp: {
    label: 'Have you been told that you have high pressure in your head, or a brain tumor?',
    hint: 'Also say yes for too much fluid on the brain (hydrocephalus).',
    short: 'High pressure in the head or brain tumor',
  },
  headInjury: {
    label: 'Have you had a head injury in the past 3 months, or one that still bothers you?',
    hint: 'For example a concussion.',
    short: 'Head injury, recent or still felt',
  },
  seizure: {
    label: 'Have you ever had a seizure, or been told that you have epilepsy?',
    short: 'Seizures',
  },
};

export const pages = {
  brain: {
    title: 'Your head and brain',
    why: 'These medicines can raise blood pressure for a few hours. That can also raise the pressure in the head.',
  },
};
