/** Length as a person counts it: an emoji or a rare letter is one, not two. */
export const codePoints = (text: string): number => [...text].length;
