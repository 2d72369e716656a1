export const questions = {
  insurer: { label: 'Nombre de su seguro médico', short: 'Seguro' },
  memberId: { label: 'Número de miembro', hint: 'Está en su tarjeta.', short: 'Número de miembro' },
  policyHolder: {
    label: '¿A nombre de quién está el seguro?',
    hint: 'Déjelo en blanco si está a su nombre.',
    short: 'Titular del seguro',
  },
};

export const pages = {
  insurance: { title: 'Su seguro médico', intro: 'Si no tiene seguro, pase a la página siguiente.' },
};
