export const questions = {
  consents: {
    label: 'Escriba su nombre completo para firmar',
    hint: 'Al escribir su nombre, nos dice que sus respuestas son ciertas según lo que sabe.',
    short: 'Firma',
  },
};

export const pages = {
  check: { title: 'Revise sus respuestas', intro: 'Puede cambiar cualquier respuesta antes de enviar.' },
  sign: { title: 'Firmar y enviar' },
};
