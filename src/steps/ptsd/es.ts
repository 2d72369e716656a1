/** No published Spanish form was at hand: this wording is ours. */
export const spanishUnconfirmed = 'our translation, not confirmed';

const why =
  'Muchas personas vienen después de vivir algo difícil. Nos ayuda a planear su atención. No le preguntamos qué pasó.';
const stem = 'En el último mes, ¿usted…';

export const questions = {
  traumaEver: {
    label: '¿Alguna vez ha vivido un suceso de este tipo?',
    short: 'Suceso traumático alguna vez',
  },
  pcptsd5: {
    label: stem,
    short: 'PC-PTSD-5 (después de un trauma, último mes)',
    items: [
      'ha tenido pesadillas sobre lo que pasó o ha pensado en ello cuando no quería?',
      'se ha esforzado mucho por no pensar en lo que pasó o ha hecho todo lo posible por evitar situaciones que se lo recordaran?',
      'ha estado siempre en guardia, alerta, o se ha asustado con facilidad?',
      'se ha sentido insensible o distante de las personas, las actividades o lo que le rodea?',
      'se ha sentido culpable o no ha podido dejar de culparse, o de culpar a otros, por lo que pasó o por los problemas que eso pudo causar?',
    ],
    scale: ['Sí', 'No'],
  },
};

export const pages = {
  trauma: {
    title: 'Cosas difíciles que pasan',
    intro:
      'A veces a las personas les pasan cosas que son especialmente aterradoras, horribles o traumáticas. Por ejemplo: un accidente grave o un incendio; una agresión o un abuso físico o sexual; un terremoto o una inundación; una guerra; ver cómo matan o hieren gravemente a alguien; la muerte de un ser querido por homicidio o suicidio.',
    why,
  },
  ptsdMemories: { title: 'Los recuerdos', intro: stem, why },
  ptsdFeelings: { title: 'Lo que ha sentido desde entonces', intro: stem, why },
};
