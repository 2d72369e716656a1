export const questions = {
  /** La pregunta única sobre drogas (Smith 2010; LOINC 68524-8). No se debe cambiar. */
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
      unsure: 'No estoy seguro o segura',
      declined: 'Prefiero no decirlo',
    },
  },
  drugsUsed: {
    label: '¿Cuáles?',
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
