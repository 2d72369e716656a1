export const questions = {
  raisedIcp: {
    label: '¿Le han dicho que tiene la presión alta dentro de la cabeza o un tumor en el cerebro?',
    hint: 'Diga que sí también si tiene líquido de más en el cerebro (hidrocefalia).',
    short: 'Presión alta en la cabeza o tumor cerebral',
  },
  headInjury: {
    label: '¿Tuvo un golpe en la cabeza en los últimos 3 meses, o uno que todavía le molesta?',
    hint: 'Por ejemplo una conmoción cerebral.',
    short: 'Golpe en la cabeza, reciente o que aún molesta',
  },
  seizure: {
    label: '¿Alguna vez ha tenido una convulsión, o le han dicho que tiene epilepsia?',
    short: 'Convulsiones',
  },
};

export const pages = {
  brain: {
    title: 'Su cabeza y su cerebro',
    why: 'Estas medicinas pueden subir la presión de la sangre por unas horas. Eso también puede subir la presión en la cabeza.',
  },
};
