export const questions = {
  htn: { label: '¿Le han dicho que tiene la presión alta?', short: 'Presión alta' },
  htnControlled: {
    label: '¿Tiene ahora la presión bajo control?',
    hint: 'Con medicina o sin ella.',
    short: 'Presión bajo control',
  },
  htnEnceph: {
    label: '¿Alguna vez tuvo la presión tan alta que le afectó el cerebro?',
    hint: 'Puede causar dolor fuerte de cabeza, confusión, convulsiones o problemas para ver.',
    short: 'Encefalopatía hipertensiva',
  },
  sbp: {
    label: 'Número de arriba',
    hint: 'El número mayor de su última medición.',
    short: 'Presión, número de arriba',
  },
  dbp: {
    label: 'Número de abajo',
    hint: 'El número menor de su última medición.',
    short: 'Presión, número de abajo',
  },
  bpAge: {
    label: '¿Cuándo le midieron la presión?',
    short: 'Cuándo le midieron la presión',
    options: { within6m: 'En los últimos 6 meses', over6m: 'Hace más de 6 meses' },
  },
};

export const pages = {
  pressure: {
    title: 'Su presión arterial',
    intro: 'Si no sabe sus números, no hay problema. En la clínica se la medimos.',
    why: 'Estas medicinas pueden subir la presión y el pulso por unas horas. Preguntamos para cuidarle.',
  },
};
