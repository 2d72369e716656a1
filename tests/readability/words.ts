/** The words of a text. "1.5" and "don’t" are one word each. */
export const words = (text: string): readonly string[] =>
  text.match(/[\p{L}\d]+(?:[’'.,-][\p{L}\d]+)*/gu) ?? [];

/** Sentences end in . ? ! or … before a space or the end: "1.5 ounces" is one piece. */
export const sentences = (text: string): readonly string[] =>
  text.split(/(?<=[.?!…][”"»)]?)\s+/u).filter((one) => words(one).length > 0);

export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/** What both formulas are made of, over several texts. */
export function countIn(texts: readonly string[], syllables: (word: string) => number): Counts {
  const all = texts.flatMap(words);
  return {
    sentences: texts.flatMap(sentences).length,
    words: all.length,
    syllables: all.reduce((sum, word) => sum + syllables(word), 0),
  };
}
