export const questions = {
  sex: {
    label: '¿Qué sexo le asignaron al nacer?',
    why: 'Algunos resultados se leen de otra manera en hombres y en mujeres.',
    short: 'Sexo asignado al nacer',
    options: { male: 'Hombre', female: 'Mujer', intersex: 'Intersexual', declined: 'Prefiero no decirlo' },
  },
  canBecomePregnant: {
    label: '¿Podría quedar embarazada?',
    hint: 'Elija No si su cuerpo no puede, por ejemplo después de la menopausia o de algunas cirugías.',
    why: 'No se sabe lo suficiente sobre estas medicinas en el embarazo. Se lo preguntamos a todos.',
    short: 'Podría quedar embarazada',
  },
  breastfeeding: {
    label: '¿Está amamantando (dando pecho)?',
    hint: 'Diga que sí también si se saca leche para un bebé.',
    why: 'No se sabe lo suficiente sobre estas medicinas en la leche materna.',
    short: 'Amamanta',
  },
  pregnant: {
    label: '¿Está embarazada ahora?',
    hint: 'Si tiene un atraso en la regla, elija «No lo sé».',
    why: 'No se sabe lo suficiente sobre estas medicinas en el embarazo.',
    short: 'Embarazada ahora',
  },
  tryingPregnant: {
    label: '¿Está tratando de quedar embarazada?',
    why: 'Nos ayuda a elegir con usted el mejor momento.',
    short: 'Trata de quedar embarazada',
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
