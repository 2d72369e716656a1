/** The width of an old record system's window. */
export const COLUMNS = 80;

/**
 * Breaks text into lines of at most `COLUMNS`, each with the indent before it; a word that is longer than a line is
 * broken. Line feeds of the text stay, and spaces in a row become one.
 */
export function wrapped(text: string, indent = ''): readonly string[] {
  const room = COLUMNS - indent.length;
  return text.split('\n').flatMap((line) => fold(line, room).map((part) => `${indent}${part}`.trimEnd()));
}

const fold = (line: string, room: number): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/).flatMap((one) => pieces(one, room))) {
    if (current !== '' && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
};

const pieces = (word: string, room: number): readonly string[] =>
  word.length <= room ? [word] : (word.match(new RegExp(`.{1,${room}}`, 'g')) ?? []);
