import { codePoints } from '../../lib/code-points.ts';

/** The field, in the form and in what the server refuses. */
export const PASSWORD = 'password';

const SHORTEST = 12;
const LONGEST = 128;

export const passwordHint =
  `${SHORTEST} to ${LONGEST} characters of any kind. Three or four words that do not belong together ` +
  'are easy to keep in mind. Words that are easy to guess, such as the name of the clinic, are not enough.';

export function problemWithPassword(password: string): string | undefined {
  const length = codePoints(password.normalize('NFC'));
  if (length === 0) return 'Choose a password.';
  if (length < SHORTEST) return `Use at least ${SHORTEST} characters. This has ${length}.`;
  if (length > LONGEST) return `Use at most ${LONGEST} characters. This has ${length}.`;
  return undefined;
}
