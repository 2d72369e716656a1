export const questions = {
  firstName: { label: 'Nombre', short: 'Nombre' },
  lastName: { label: 'Apellidos', hint: 'Todos sus apellidos.', short: 'Apellidos' },
  preferredName: {
    label: 'Cómo quiere que le llamen',
    hint: 'Si no usa su primer nombre.',
    short: 'Prefiere que le llamen',
  },
  pronouns: { label: 'Sus pronombres', hint: 'Por ejemplo: ella, él, elle.', short: 'Pronombres' },
};

export const pages = { name: { title: 'Su nombre' } };
