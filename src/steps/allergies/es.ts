export const questions = {
  ketamineAllergy: {
    label: '¿Tiene alergia a la ketamina, a la esketamina (SPRAVATO) o a algo que contienen?',
    short: 'Alergia a la ketamina o esketamina',
  },
  allergies: {
    label: '¿Qué otras alergias tiene?',
    hint: 'A medicinas, comidas, látex u otras cosas. Cuéntenos qué le pasa.',
    short: 'Otras alergias',
  },
};

export const pages = {
  allergies: { title: 'Sus alergias', why: 'Una alergia a una de estas medicinas puede ser peligrosa.' },
};
