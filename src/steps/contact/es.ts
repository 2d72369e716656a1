export const questions = {
  phone: { label: 'Número de teléfono', short: 'Teléfono' },
  email: { label: 'Correo electrónico', short: 'Correo' },
  mayCall: { label: '¿Podemos llamarle?', short: 'Se le puede llamar' },
  mayText: { label: '¿Podemos enviarle mensajes de texto?', short: 'Se le puede escribir por texto' },
  mayEmail: {
    label: '¿Podemos escribirle por correo?',
    hint: 'Nuestros correos nunca llevan sus respuestas.',
    short: 'Se le puede escribir por correo',
  },
  mayLeaveMessage: {
    label: '¿Es seguro dejarle un mensaje?',
    hint: 'Piense en quién más puede oírlo o leerlo.',
    short: 'Es seguro dejar un mensaje',
  },
};

export const pages = {
  contact: {
    title: 'Cómo comunicarnos con usted',
    intro: 'Necesitamos un teléfono o un correo electrónico.',
    why: 'Llamamos para hablar de sus respuestas, para planear una cita o si nos preocupa su seguridad. Llamamos en el horario de la clínica.',
  },
};
