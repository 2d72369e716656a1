export const questions = {
  dxBipolar: {
    label: '¿Alguna vez le han dicho que tiene trastorno bipolar?',
    hint: 'Son épocas de ánimo muy bajo y épocas de ánimo muy alto. Antes se llamaba enfermedad maníaco-depresiva.',
    why: 'El mejor plan puede ser otro para las personas con trastorno bipolar.',
    short: 'Trastorno bipolar',
  },
  dxSchizophrenia: {
    label: '¿Le han dicho que tiene esquizofrenia o trastorno esquizoafectivo?',
    hint: 'O trastorno delirante. Con ellos cuesta saber qué es real.',
    why: 'Durante el tratamiento puede ver u oír las cosas de otra manera por un rato. Lo planeamos con cuidado.',
    short: 'Esquizofrenia o similar',
  },
  dissociativeDx: {
    label: '¿Le han dicho que tiene un trastorno disociativo?',
    hint: 'Es sentirse muchas veces lejos de sí o del mundo, o perder la noción del tiempo.',
    why: 'Durante el tratamiento puede sentirse lejos de su cuerpo por un rato. Lo planeamos con cuidado.',
    short: 'Trastorno disociativo',
  },
};

export const pages = { diagnoses: { title: 'Lo que le han dicho sobre su salud mental' } };
