export const questions = {
  requestKind: {
    label: '¿Qué quiere pedir?',
    short: 'Solicitud',
    options: {
      appointment: 'Una cita en la clínica',
      consultation: 'Primero hablar, para hacer preguntas',
      unsure: 'No lo sé',
    },
  },
  preferredTimes: {
    label: '¿Qué horas le quedan bien?',
    short: 'Horas preferidas',
    options: {
      weekdayMorning: 'De lunes a viernes por la mañana',
      weekdayAfternoon: 'De lunes a viernes por la tarde',
      evening: 'Por la noche',
      weekend: 'El fin de semana',
    },
  },
  contactMethod: {
    label: '¿Cómo quiere que nos comuniquemos con usted?',
    short: 'Contacto preferido',
    options: { phone: 'Con una llamada', text: 'Con un mensaje de texto', email: 'Por correo electrónico' },
  },
};

export const pages = { request: { title: 'Lo que quiere ahora' } };
