export const questions = {
  ride: {
    label: '¿Alguien puede llevarle a casa después de cada cita?',
    hint: 'No puede manejar hasta el día siguiente, después de dormir bien.',
    short: 'Quién le lleva a casa',
  },
  stay2h: { label: '¿Puede quedarse al menos 2 horas en cada cita?', short: 'Puede quedarse 2 horas' },
  twiceWeekly: {
    label: '¿Puede venir dos veces por semana durante 4 semanas?',
    short: 'Puede venir dos veces por semana',
  },
  rems: {
    label: '¿Está de acuerdo en inscribirse en el programa de seguridad de SPRAVATO?',
    hint: 'SPRAVATO se da solo a personas que están en este programa. Se llama REMS.',
    short: 'Acepta el REMS',
  },
};

export const pages = { visits: { title: 'Venir a la clínica' } };
