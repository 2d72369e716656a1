export const questions = {
  liver: {
    label: '¿Tiene un problema del hígado?',
    hint: 'Por ejemplo hepatitis, hígado graso o cirrosis (cicatrices en el hígado).',
    short: 'Problema del hígado',
  },
  liverSevere: {
    label: '¿Le dijeron que su problema del hígado es grave?',
    short: 'Problema grave del hígado',
  },
  dialysis: {
    label: '¿Recibe diálisis de los riñones?',
    hint: 'La diálisis limpia la sangre cuando los riñones no pueden.',
    short: 'Diálisis',
  },
  thyroid: {
    label: '¿Tiene la tiroides demasiado activa?',
    hint: 'Se llama hipertiroidismo. Puede acelerar el corazón.',
    short: 'Tiroides demasiado activa',
    options: {
      none: 'No',
      treated: 'Sí, y recibo tratamiento',
      untreated: 'Sí, y no recibo tratamiento',
      unsure: 'No lo sé',
    },
  },
  bladder: {
    label: '¿Tiene dolor de vejiga o sangre en la orina?',
    hint: 'Diga que sí también si le han dicho que tiene cistitis intersticial (vejiga adolorida).',
    short: 'Dolor de vejiga o sangre en la orina',
  },
};

export const pages = {
  organs: {
    title: 'Su hígado, riñones, tiroides y vejiga',
    why: 'El hígado elimina estas medicinas del cuerpo. También pueden afectar la vejiga y los latidos.',
  },
};
