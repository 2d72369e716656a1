/** No published Spanish form was at hand: the wording of the drug question is ours. */
export const spanishUnconfirmed = 'our translation, not confirmed';

export const questions = {
  drugUse: {
    label:
      '¿Cuántas veces en el último año ha usado una droga ilegal o un medicamento recetado por razones no médicas (por ejemplo, por la experiencia o la sensación que le causaba)?',
    hint: '{cannabisNote}',
    why: 'Algunas drogas y estas medicinas no van bien juntas. Sus respuestas sinceras le protegen. No cancelan su solicitud. Es información médica privada.',
    short: 'Uso de drogas, último año',
    options: {
      never: 'Nunca',
      onceTwice: 'Una o dos veces',
      monthly: 'Mensualmente',
      weekly: 'Semanalmente',
      daily: 'A diario o casi a diario',
      unsure: 'No lo sé',
      declined: 'Prefiero no decirlo',
    },
  },
  drugsUsed: {
    label: '¿Qué drogas ha usado en el último año?',
    hint: 'Escriba lo que ha usado. Puede dejarlo en blanco.',
    why: 'Cada droga actúa a su manera. Nos ayuda a cuidarle.',
    short: 'Drogas usadas, último año',
  },
};

export const cannabisNotes = {
  counts: 'Cuente también el cannabis (marihuana), aunque sea legal donde vive.',
  doesNotCount: 'No cuente aquí el cannabis (marihuana).',
};

export const pages = { drugs: { title: 'Drogas en el último año' } };
