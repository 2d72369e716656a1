export const questions = {
  augmentation: {
    label: '¿Alguna vez le agregaron otra medicina para que el antidepresivo ayudara más?',
    hint: 'Por ejemplo aripiprazol (Abilify), quetiapina (Seroquel), litio o una medicina para la tiroides. Agregue cada una.',
    why: 'Muestra lo que ya ha probado. No importa si no recuerda todo.',
    short: 'Medicinas agregadas a un antidepresivo',
  },
};

export const pages = { augmentation: {} };
