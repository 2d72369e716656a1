/**
 * Every crisis number that a patient sees, for Tennessee, United States. Source: clinical reference 5.2. One file for
 * a region, so that a number is checked and changed in one place; the build warns when the check is over 90 days old.
 */
export const crisis = {
  region: 'us-tn',
  lastChecked: '2026-11-20',
  lifeline: {
    /** Call or text. In Tennessee 0 reaches a local counselor; 1 is for veterans, 2 for Spanish. */
    number: '988',
    chat: 'https://988lifeline.org/chat',
    spanishKeyword: 'AYUDA',
    spanishChat: 'https://988lifeline.org/es/chat',
  },
  emergency: { number: '911' },
  statewide: { number: '855-274-7471', letters: '855-CRISIS-1' },
  textLine: { number: '741741', keyword: 'HOME', spanishKeyword: 'HOLA' },
  veterans: { text: '838255' },
  substances: { number: '1-800-662-4357' },
} as const;
