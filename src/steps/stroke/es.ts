export const questions = {
  strokeTia: {
    label: '¿Alguna vez ha tenido un derrame cerebral o un miniderrame?',
    hint: 'En un miniderrame (AIT o TIA), los síntomas se van en poco tiempo.',
    short: 'Derrame cerebral o miniderrame (TIA)',
  },
  cardiacSx: {
    label:
      'En el último mes, ¿ha tenido dolor de pecho, un desmayo, o el corazón muy rápido o muy lento con dificultad para respirar?',
    short: 'Dolor de pecho, desmayo o latidos anormales, último mes',
    notes: {
      yes: 'Si tiene dolor de pecho o dificultad para respirar ahora, llame al 911. Si no, llame pronto a su médico.',
    },
  },
};

export const pages = {
  heartSymptoms: {
    title: 'Derrame cerebral y síntomas del corazón',
    why: 'Estas medicinas pueden subir la presión y el pulso por unas horas. Preguntamos para cuidarle.',
  },
};
