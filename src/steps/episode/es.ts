export const questions = {
  episodeMonths: {
    label: '¿Cuántos meses lleva con esta depresión?',
    hint: 'Basta con un número aproximado. Un año son 12 meses.',
    short: 'Duración de este episodio, en meses',
  },
  wellTwoMonths: {
    label: 'Desde que empezó, ¿se ha sentido bien por 2 meses o más?',
    short: 'Bien por 2 meses desde que empezó',
  },
};

export const pages = { episode: { title: 'Cuánto tiempo lleva así' } };
