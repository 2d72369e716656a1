export const questions = {
  medications: {
    label: '¿Qué medicinas toma ahora?',
    hint: 'Agregue pastillas, parches, inyecciones, inhaladores, espray para la nariz, lo que compra sin receta, vitaminas y hierbas. Si no encuentra una, escriba su nombre.',
    why: 'Algunas medicinas no van bien con este tratamiento. Unas dan sueño. Otras suben la presión.',
    short: 'Medicinas actuales',
  },
  medsComplete: {
    label: '¿Puso en la lista todo lo que toma?',
    short: 'Lista de medicinas completa',
  },
};

export const pages = {
  medicines: {
    title: 'Sus medicinas',
    intro: 'Por favor, no deje ni cambie ninguna medicina por este formulario.',
  },
};
