export const questions = {
  aneurysm: {
    label: '¿Alguna vez le han dicho que tiene un aneurisma?',
    hint: 'Un punto débil y abultado en un vaso sanguíneo. Puede estar en el cerebro, el pecho, el vientre, los brazos o las piernas.',
    short: 'Aneurisma',
  },
  avm: {
    label: '¿Alguna vez le han dicho que tiene una MAV?',
    hint: 'Una MAV (malformación arteriovenosa) es un enredo anormal de vasos sanguíneos, en el cerebro o en otra parte.',
    short: 'Malformación arteriovenosa (MAV)',
  },
  brainBleed: {
    label: '¿Alguna vez ha tenido un sangrado dentro o alrededor del cerebro?',
    hint: 'Por cualquier causa, como un vaso que se rompió o una caída.',
    short: 'Sangrado dentro o alrededor del cerebro',
  },
};

export const pages = {
  vessels: {
    title: 'Sus vasos sanguíneos',
    why: 'Estas medicinas pueden subir la presión y el pulso por unas horas. Con algunos problemas de los vasos, eso puede ser peligroso.',
  },
};
