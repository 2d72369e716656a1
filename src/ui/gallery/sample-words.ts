/** Words for the gallery alone. */
const longEnglish =
  'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?';
const longSpanish =
  'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?';

const ends = (low: string, high: string): readonly [string, string] => [low, high];

const en = {
  danger: {
    label: 'Are you in danger right now?',
    hint: 'If you might hurt yourself or someone else, call 911 or 988 now.',
    short: 'In danger',
    notes: { yes: 'Please call 911 or 988 now. You can come back to this page later.' },
  },
  attack: {
    label: 'Have you ever had a heart attack?',
    why: 'These medicines can raise blood pressure for a few hours. We ask so that we can keep you safe.',
    short: 'Heart attack',
  },
  attackWhen: {
    label: 'When was the heart attack?',
    hint: 'If you have had more than one, tell us about the last one.',
    short: 'When',
    options: {
      within6w: 'In the past 6 weeks',
      '6wTo6m': '6 weeks to 6 months ago',
      over6m: 'More than 6 months ago',
      unsure: 'I’m not sure',
    },
  },
  mayCall: { label: 'May we call you?', short: 'May call' },
  hopes: {
    label: 'What do you hope to get help with?',
    short: 'Hopes',
    options: {
      depression: 'Depression',
      ptsd: 'PTSD (distress after something terrible)',
      pain: 'Long-lasting pain',
      other: 'Something else',
    },
  },
  mainHope: {
    label: 'Which matters most to you?',
    short: 'Main hope',
    options: { depression: 'Depression', ptsd: 'PTSD', pain: 'Long-lasting pain', other: 'Something else' },
  },
  place: { label: 'Which place is best for you?', hint: 'You can change this later.', short: 'Place' },
  difficulty: {
    label: longEnglish,
    short: 'Difficulty',
    items: [],
    scale: ['Not difficult at all', 'Somewhat difficult', 'Very difficult', 'Extremely difficult'],
  },
  mood: {
    label: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
    short: 'Mood',
    items: [
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
    ],
    scale: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
  },
  pain: {
    label: 'Pain in the past week',
    short: 'Pain',
    items: [
      'What number best describes your pain on average in the past week?',
      'What number best describes how, during the past week, pain has interfered with your enjoyment of life?',
    ],
    scale: ['No pain', 'Pain as bad as you can imagine'],
    anchors: [
      ends('No pain', 'Pain as bad as you can imagine'),
      ends('Does not interfere', 'Completely interferes'),
    ],
  },
  auditc: {
    label: 'Alcohol in the past year',
    why: 'Honest answers keep you safe. They do not cancel your request. This is private medical information.',
    short: 'Alcohol',
    items: [
      'How often do you have a drink containing alcohol?',
      'How many standard drinks containing alcohol do you have on a typical day when drinking?',
      'How often do you have six or more drinks on one occasion?',
    ],
    scale: [],
    scales: [
      ['Never', 'Monthly or less', '2–4 times a month', '2–3 times a week', '4 or more times a week'],
      ['1 or 2', '3 or 4', '5 or 6', '7 to 9', '10 or more'],
      ['Never', 'Less than monthly', 'Monthly', 'Weekly', 'Daily or almost daily'],
    ],
  },
  sbp: {
    label: 'Top number',
    hint: 'The larger number, from your last reading.',
    short: 'Blood pressure, top number',
  },
  dbp: {
    label: 'Bottom number',
    hint: 'The smaller number, from your last reading.',
    short: 'Blood pressure, bottom number',
  },
  bpAge: {
    label: 'When was this blood pressure reading?',
    short: 'When',
    options: { within6m: 'In the past 6 months', over6m: 'More than 6 months ago' },
  },
  bodyUnits: {
    label: 'Which units do you want to use?',
    short: 'Units',
    options: { us: 'Feet, inches and pounds', metric: 'Centimeters and kilograms' },
  },
  heightIn: { label: 'How tall are you?', short: 'Height' },
  weightLb: { label: 'How much do you weigh?', hint: 'Your best guess is fine.', short: 'Weight' },
  spellMonths: {
    label: 'How long has this spell of depression lasted?',
    hint: 'In months. You can also write years, such as 2 years.',
    short: 'Length of spell',
  },
  firstName: { label: 'First name', short: 'First name' },
  phone: { label: 'Phone number', hint: 'We call only about this form and your visits.', short: 'Phone' },
  email: { label: 'E-mail address', short: 'E-mail' },
  more: { label: 'Is there anything else you want us to know?', short: 'Anything else' },
  birthDate: {
    label: 'What is your date of birth?',
    hint: 'For example, March 27 1984.',
    short: 'Date of birth',
  },
  tms: {
    label: 'Have you had TMS?',
    hint: 'TMS uses magnets on the outside of the head.',
    short: 'TMS',
  },
  trials: {
    label: 'Which antidepressants have you tried?',
    hint: 'Add each medicine for depression, from now or from before. Your best guess is fine.',
    why: 'SPRAVATO is for depression that did not get better with at least two antidepressants. Memory gaps are fine.',
    short: 'Antidepressants tried',
  },
  augmentation: { label: 'Was another medicine added to help one work?', short: 'Added medicines' },
  medications: {
    label: 'Which medicines do you take now?',
    hint: 'Include sprays, patches, and things you buy without a prescription.',
    short: 'Medicines',
  },
  medsComplete: { label: 'Did you list everything?', short: 'List complete' },
  consents: { label: 'Type your full name to sign', short: 'Signature' },
};

const es: typeof en = {
  danger: {
    label: '¿Está en peligro en este momento?',
    hint: 'Si puede hacerse daño o hacer daño a otra persona, llame ya al 911, o al 988 y oprima 2.',
    short: 'En peligro',
    notes: { yes: 'Llame ahora al 911, o al 988 y oprima 2. Puede volver a esta página después.' },
  },
  attack: {
    label: '¿Alguna vez ha tenido un ataque al corazón?',
    why: 'Estas medicinas pueden subir la presión por unas horas. Preguntamos para cuidarle.',
    short: 'Ataque al corazón',
  },
  attackWhen: {
    label: '¿Cuándo fue el ataque al corazón?',
    hint: 'Si ha tenido más de uno, hable del último.',
    short: 'Cuándo',
    options: {
      within6w: 'En las últimas 6 semanas',
      '6wTo6m': 'Hace de 6 semanas a 6 meses',
      over6m: 'Hace más de 6 meses',
      unsure: 'No lo sé',
    },
  },
  mayCall: { label: '¿Podemos llamarle?', short: 'Podemos llamar' },
  hopes: {
    label: '¿Con qué espera recibir ayuda?',
    short: 'Lo que espera',
    options: {
      depression: 'Depresión',
      ptsd: 'TEPT (malestar después de algo terrible)',
      pain: 'Dolor que dura mucho tiempo',
      other: 'Otra cosa',
    },
  },
  mainHope: {
    label: '¿Qué es lo más importante para usted?',
    short: 'Lo más importante',
    options: {
      depression: 'Depresión',
      ptsd: 'TEPT',
      pain: 'Dolor que dura mucho tiempo',
      other: 'Otra cosa',
    },
  },
  place: { label: '¿Qué lugar le queda mejor?', hint: 'Puede cambiarlo después.', short: 'Lugar' },
  difficulty: {
    label: longSpanish,
    short: 'Dificultad',
    items: [],
    scale: ['No ha sido difícil', 'Un poco difícil', 'Muy difícil', 'Extremadamente difícil'],
  },
  mood: {
    label:
      'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?',
    short: 'Ánimo',
    items: [
      'Poco interés o placer en hacer cosas',
      'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
      'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
    ],
    scale: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
  },
  pain: {
    label: 'El dolor en la última semana',
    short: 'Dolor',
    items: [
      '¿Qué número describe mejor su dolor, en promedio, en la última semana?',
      '¿Qué número describe mejor cuánto, durante la última semana, el dolor le ha impedido disfrutar de la vida?',
    ],
    scale: ['Sin dolor', 'El peor dolor que pueda imaginar'],
    anchors: [
      ends('Sin dolor', 'El peor dolor que pueda imaginar'),
      ends('No interfiere', 'Interfiere por completo'),
    ],
  },
  auditc: {
    label: 'Alcohol en el último año',
    why: 'Sus respuestas sinceras le protegen. No cancelan su solicitud. Es información médica privada.',
    short: 'Alcohol',
    items: [
      '¿Con qué frecuencia consume alguna bebida alcohólica?',
      '¿Cuántas consumiciones de bebidas alcohólicas suele realizar en un día de consumo normal?',
      '¿Con qué frecuencia toma 6 o más bebidas alcohólicas en un solo día?',
    ],
    scale: [],
    scales: [
      [
        'Nunca',
        'Una o menos veces al mes',
        'De 2 a 4 veces al mes',
        'De 2 a 3 veces a la semana',
        '4 o más veces a la semana',
      ],
      ['1 o 2', '3 o 4', '5 o 6', 'De 7 a 9', '10 o más'],
      ['Nunca', 'Menos de una vez al mes', 'Mensualmente', 'Semanalmente', 'A diario o casi a diario'],
    ],
  },
  sbp: {
    label: 'Número de arriba',
    hint: 'El número mayor de su última medición.',
    short: 'Presión, número de arriba',
  },
  dbp: {
    label: 'Número de abajo',
    hint: 'El número menor de su última medición.',
    short: 'Presión, número de abajo',
  },
  bpAge: {
    label: '¿Cuándo le midieron la presión?',
    short: 'Cuándo',
    options: { within6m: 'En los últimos 6 meses', over6m: 'Hace más de 6 meses' },
  },
  bodyUnits: {
    label: '¿Qué medidas quiere usar?',
    short: 'Medidas',
    options: { us: 'Pies, pulgadas y libras', metric: 'Centímetros y kilos' },
  },
  heightIn: { label: '¿Cuánto mide?', short: 'Estatura' },
  weightLb: { label: '¿Cuánto pesa?', hint: 'Basta con un cálculo.', short: 'Peso' },
  spellMonths: {
    label: '¿Cuánto ha durado esta etapa de depresión?',
    hint: 'En meses. También puede escribir años, como 2 años.',
    short: 'Duración',
  },
  firstName: { label: 'Nombre', short: 'Nombre' },
  phone: { label: 'Teléfono', hint: 'Solo llamamos por este formulario y sus citas.', short: 'Teléfono' },
  email: { label: 'Correo electrónico', short: 'Correo' },
  more: { label: '¿Hay algo más que quiera contarnos?', short: 'Algo más' },
  birthDate: {
    label: '¿Cuál es su fecha de nacimiento?',
    hint: 'Por ejemplo, marzo 27 1984.',
    short: 'Fecha de nacimiento',
  },
  tms: {
    label: '¿Ha recibido EMT?',
    hint: 'La EMT usa imanes por fuera de la cabeza.',
    short: 'EMT',
  },
  trials: {
    label: '¿Qué antidepresivos ha probado?',
    hint: 'Agregue cada medicina para la depresión, de ahora o de antes. Basta con lo que recuerde.',
    why: 'SPRAVATO es para la depresión que no mejoró con al menos dos antidepresivos. No importa si no recuerda todo.',
    short: 'Antidepresivos probados',
  },
  augmentation: { label: '¿Le agregaron otra medicina para ayudar a una?', short: 'Medicinas agregadas' },
  medications: {
    label: '¿Qué medicinas toma ahora?',
    hint: 'Incluya aerosoles, parches y lo que compra sin receta.',
    short: 'Medicinas',
  },
  medsComplete: { label: '¿Escribió todo?', short: 'Lista completa' },
  consents: { label: 'Escriba su nombre completo para firmar', short: 'Firma' },
};

export const sampleWords = { en, es };
