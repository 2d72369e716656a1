export const questions = {
  whereToday: {
    label: '¿Dónde está hoy?',
    hint: 'Basta con la ciudad o el condado.',
    short: 'Dónde está hoy',
  },
  safetyCallConsent: {
    label:
      'Si una respuesta muestra que puede estar en peligro, ¿podemos avisar de inmediato a la clínica para que le llame?',
    hint: 'Nadie lee este formulario en vivo. La clínica llama cuando está abierta. Si necesita ayuda ahora, llame al 988 y oprima 2.',
    short: 'Permiso para llamar por seguridad',
  },
  emergencyContactName: {
    label: '¿A quién podríamos llamar por usted?',
    hint: 'Una persona de confianza. Puede dejarlo en blanco.',
    short: 'Contacto de emergencia',
  },
  emergencyContactPhone: {
    label: 'Teléfono de esa persona',
    short: 'Teléfono del contacto de emergencia',
  },
  emergencyContactConsent: {
    label: '¿Podemos llamar a esa persona si nos preocupa su seguridad?',
    short: 'Permiso para llamar al contacto',
  },
};

export const pages = {
  safetyContact: {
    title: 'Para cuidarle',
    why: 'Si nos preocupa su seguridad, esto nos sirve para hacerle llegar ayuda.',
  },
};
