export const questions = {
  sudCurrent: {
    label: '¿El alcohol o las drogas le causan problemas ahora?',
    hint: 'Por ejemplo con la salud, el trabajo, el dinero o la familia.',
    why: 'Sus respuestas sinceras le protegen. No cancelan su solicitud.',
    short: 'Problemas con alcohol o drogas ahora',
  },
  sudPast: {
    label: '¿El alcohol o las drogas le causaron problemas en el pasado?',
    why: 'Nos ayuda a planear un cuidado que apoye su recuperación.',
    short: 'Problemas con alcohol o drogas en el pasado',
  },
  ketamineMisuse: {
    label: '¿Alguna vez ha usado ketamina sin receta?',
    why: 'Usar ketamina muchas veces puede dañar la vejiga y el hígado. Quizás los revisemos.',
    short: 'Ketamina sin receta',
  },
  opioidTreatment: {
    label: '¿Está ahora en tratamiento por uso de opioides?',
    hint: 'Por ejemplo con metadona, buprenorfina (Suboxone) o naltrexona (Vivitrol).',
    why: 'Algunas de esas medicinas dan sueño. Queremos tenerlo en cuenta.',
    short: 'Tratamiento por uso de opioides',
  },
};

export const pages = { substanceProblems: { title: 'Problemas con drogas o alcohol' } };
