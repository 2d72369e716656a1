export const questions = {
  eyePressure: {
    label: 'Do you have glaucoma, or have you had eye surgery or an eye injury lately?',
    hint: 'Glaucoma is high pressure in the eye.',
    short: 'Glaucoma, recent eye surgery or injury',
  },
  lung: {
    label: 'Do you have a lung problem that limits what you can do, or use oxygen at home?',
    hint: 'For example COPD, bad asthma, or a low oxygen level.',
    short: 'Serious lung problem or home oxygen',
  },
  apnea: {
    label: 'Do you have sleep apnea?',
    hint: 'Your breathing stops and starts while you sleep.',
    short: 'Sleep apnea',
    options: {
      none: 'No',
      treated: 'Yes, and I use CPAP or another treatment',
      untreated: 'Yes, and I do not use a treatment',
      unsure: 'I’m not sure',
    },
  },
};

export const pages = {
  eyesAndBreathing: {
    title: 'Your eyes and breathing',
    why: 'Breathing usually stays normal, but some people get very sleepy. Staff watch your oxygen. The pressure in the eye can also rise for a while.',
  },
};
