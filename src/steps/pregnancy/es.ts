export const questions = {
  sex: {
    label: '¿Qué sexo le asignaron al nacer?',
    why: 'Algunos resultados se leen de otra manera en hombres y en mujeres.',
    short: 'Sexo asignado al nacer',
    options: { male: 'Hombre', female: 'Mujer', intersex: 'Intersexual', declined: 'Prefiero no decirlo' },
  },
  canBecomePregnant: {
    label: '¿Podría quedar en embarazo?',
    hint: 'Elija No si su cuerpo no puede, por ejemplo después de la menopausia o de algunas cirugías.',
    why: 'No se sabe lo suficiente sobre estas medicinas en el embarazo. Se lo preguntamos a todos.',
    short: 'Podría quedar en embarazo',
  },
  breastfeeding: {
    label: '¿Está dando pecho?',
    hint: 'Diga que sí también si se saca leche para un bebé.',
    why: 'No se sabe lo suficiente sobre estas medicinas en la leche materna.',
    short: 'Da pecho',
  },
  pregnant: {
    label: '¿Está en embarazo ahora?',
    hint: 'Si tiene un atraso, elija «No estoy seguro o segura».',
    why: 'No se sabe lo suficiente sobre estas medicinas en el embarazo.',
    short: 'En embarazo ahora',
  },
  tryingPregnant: {
    label: '¿Está tratando de quedar en embarazo?',
    why: 'Nos ayuda a elegir con usted el mejor momento.',
    short: 'Trata de quedar en embarazo',
  },
  contraception: {
    label: '¿Usa algún método anticonceptivo?',
    why: 'Nos ayuda a hablar con usted de cómo evitar un embarazo durante el tratamiento.',
    short: 'Método anticonceptivo',
  },
};

export const pages = {
  pregnancy: { title: 'Sexo y embarazo' },
  pregnancyDetails: { title: 'Más sobre el embarazo' },
};
