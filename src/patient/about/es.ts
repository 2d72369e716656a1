import type { AboutWords } from './en.ts';

export const es: AboutWords = {
  title: 'Sobre estos tratamientos',
  h1: 'Cómo funcionan estos tratamientos',
  lead: 'La ketamina y SPRAVATO (esketamina) son parientes cercanos. Aquí le contamos qué hacen, qué siente la gente y qué vigilamos.',
  noPromise:
    'No ayudan a todos, y la ayuda puede no durar. Nadie puede saber antes qué efecto tendrán en usted. Un profesional de la salud habla con usted sobre lo que le conviene.',
  parts: [
    {
      title: 'Qué hace la ketamina',
      texts: [
        'La ketamina se hizo por primera vez en los años 60. En dosis grandes duerme a la gente para una operación. Las dosis para la depresión o el dolor son mucho más pequeñas.',
        'Bloquea un tipo de señal en el cerebro, en sitios llamados receptores NMDA. Así cambia cómo usa el cerebro un mensajero, el glutamato. Puede ayudar a las células del cerebro a crear nuevas uniones.',
        'Casi todas las medicinas para la depresión tardan semanas. La ketamina puede aliviar la depresión en horas o días. El efecto suele ser corto; por eso se da más de una vez.',
      ],
    },
    {
      title: 'Qué siente la gente',
      texts: [
        'Puede sentirse lejos de su cuerpo, o sentir que flota. El tiempo y el espacio pueden parecer distintos. Puede ver u oír cosas que no están ahí. A algunas personas les da mucho sueño.',
        'Estas sensaciones son más fuertes durante el tratamiento. Se van unos 30 a 60 minutos después de una infusión, o en 2 horas con SPRAVATO.',
      ],
    },
    {
      title: 'Qué vigilamos',
      texts: [
        'La presión y el pulso suben por unas horas. Los medimos antes y después de cada dosis. Con algunos problemas de los vasos esto puede ser peligroso; por eso preguntamos.',
        'Con estas dosis la respiración casi siempre sigue normal. Aun así vigilamos su oxígeno.',
        'Otras medicinas que calman y el alcohol dan más sueño. Por eso preguntamos por ellos.',
        'No puede manejar hasta el día siguiente, después de dormir bien. Otra persona tiene que llevarle a casa.',
      ],
    },
  ],
  compare: {
    title: 'Uno al lado del otro',
    ivKetamine: 'Ketamina IV',
    spravato: 'SPRAVATO',
    rows: [
      {
        topic: 'Cómo se da',
        ivKetamine: 'Por una vena, en la clínica.',
        spravato: 'Como espray para la nariz, en la clínica. Nunca se lleva a casa.',
      },
      {
        topic: 'Cuánto dura',
        ivKetamine: 'Actúa en minutos. Una infusión suele durar unos 40 minutos. Luego descansa.',
        spravato: 'Se queda al menos 2 horas después del espray.',
      },
      {
        topic: 'La dosis',
        ivKetamine: 'Se puede ajustar con exactitud, cambiar o parar en todo momento.',
        spravato: 'Dos dosis fijas: 56 mg u 84 mg.',
      },
      {
        topic: 'Cada cuánto al principio',
        ivKetamine: 'El profesional hace un plan con usted.',
        spravato: 'Dos veces por semana durante 4 semanas; luego, menos.',
      },
      {
        topic: 'Aprobado por la FDA para',
        ivKetamine: 'Solo anestesia.',
        spravato:
          'Adultos con depresión que no mejoró con al menos dos antidepresivos. También adultos con depresión y pensamientos de suicidio, junto con un antidepresivo en pastilla.',
      },
      {
        topic: 'Uso fuera de lo aprobado',
        ivKetamine:
          'Todo uso para el ánimo, el TEPT, la ansiedad o el dolor. La FDA no lo ha aprobado para eso. Los médicos pueden elegirlo de todos modos.',
        spravato: 'Depresión bipolar, TEPT, ansiedad, TOC, dolor y uso de sustancias.',
      },
      {
        topic: 'Reglas especiales',
        ivKetamine: 'Lo da un profesional con formación, que se queda cerca.',
        spravato:
          'Solo clínicas certificadas pueden darlo. Antes de la primera dosis usted se inscribe en un programa de seguridad llamado REMS.',
      },
    ],
    limits:
      'No se ha demostrado que SPRAVATO prevenga el suicidio. No sustituye una estancia en el hospital cuando hace falta.',
  },
  evidence: {
    title: 'Qué tan estudiado está',
    lead: 'La investigación sigue. La FDA no ha aprobado la ketamina IV para nada de esto.',
    list: [
      'Depresión, también la bipolar: lo más estudiado.',
      'TEPT, TOC y uso de sustancias: estudios más pequeños.',
      'Ansiedad y ansiedad social: primeros estudios.',
      'Dolor crónico: algún apoyo en un tipo, el síndrome de dolor regional complejo (SDRC). Poco o nada en los demás.',
    ],
  },
  risks: {
    title: 'Riesgos que debe conocer',
    list: [
      'Mucho sueño, sentirse lejos de sí, respiración lenta.',
      'Subida de la presión.',
      'Se puede usar demasiado o de mala manera. Hace falta más cuidado con quien ha tenido problemas con el alcohol o las drogas.',
      'El uso largo puede dañar la vejiga.',
      'En el embarazo y la lactancia no se sabe lo suficiente para decir que es seguro.',
      'Los adultos jóvenes que toman antidepresivos pueden tener más pensamientos de suicidio. SPRAVATO y estos usos de la ketamina son para personas de 18 años o más.',
    ],
  },
  sources: {
    title: 'De dónde viene esto',
    list: [
      'SPRAVATO (esketamina): información para recetar y guía del medicamento, Estados Unidos.',
      'Ketamina inyectable: información para recetar, Estados Unidos, 2024.',
      'Administración de Alimentos y Medicamentos (FDA): productos compuestos de ketamina, octubre de 2023.',
      'McIntyre y otros, American Journal of Psychiatry, 2021.',
      'Red Canadiense para Tratamientos del Ánimo y la Ansiedad (CANMAT), grupo sobre ketamina, 2021.',
      'ASRA, AAPM y ASA: guía de consenso sobre ketamina para el dolor crónico, 2018.',
    ],
  },
  toStart: 'Ir a la página de inicio',
};
