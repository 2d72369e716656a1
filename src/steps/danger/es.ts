export const questions = {
  emergencyNow: {
    label: '¿Está en peligro en este momento?',
    hint: 'Si puede hacerse daño o hacer daño a otra persona, o tiene una emergencia médica, llame ya al 911, o al 988 y oprima 2.',
    short: 'En peligro en este momento',
  },
};

export const pages = { danger: {} };
