import { fill } from '../../lib/locale.ts';

/**
 * Fills a sentence. Hours in Spanish end in "p. m.": a full stop after them would be one too many.
 *
 * @example tell('Abierto {hours}.', { hours: 'de 8 a. m. a 5 p. m.' }) // 'Abierto de 8 a. m. a 5 p. m.'
 */
export const tell = (text: string, values: Readonly<Record<string, string | number | undefined>>): string =>
  fill(text, values).replace(/\.\.(?=\s|$)/g, '.');
