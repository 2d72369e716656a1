export const questions = {
  ect: {
    label: '¿Ha recibido TEC?',
    hint: 'La TEC (terapia electroconvulsiva, ECT en inglés) envía una pequeña corriente eléctrica al cerebro mientras usted duerme.',
    short: 'TEC (ECT)',
  },
  tms: {
    label: '¿Ha recibido EMT?',
    hint: 'La EMT (estimulación magnética transcraneal, TMS en inglés) usa un imán cerca de la cabeza, sin dormirle.',
    short: 'EMT (TMS)',
  },
  vns: {
    label: '¿Ha recibido ENV para la depresión?',
    hint: 'La ENV (estimulación del nervio vago, VNS en inglés) usa un pequeño aparato puesto bajo la piel del pecho.',
    short: 'ENV (VNS)',
  },
  psychotherapy: {
    label: '¿Ha ido a terapia?',
    hint: 'Habla con un terapeuta o consejero, a solas o en grupo.',
    short: 'Terapia',
  },
};

export const pages = {
  treatments: {
    title: 'Otros tratamientos que ha recibido',
    why: 'Muestra lo que ya ha probado. No importa si no recuerda todo.',
  },
};
