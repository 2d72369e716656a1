import { failed, ok, type Result } from '../../lib/result.ts';
import { isWellKnown } from './well-known-passwords.ts';

/** A password in the one form that is hashed. */
export type Password = string & { readonly __brand: 'Password' };

export type PasswordProblem = 'too-short' | 'too-long' | 'well-known';

const SHORTEST = 12;
const LONGEST = 128;

/** The same letters typed on two keyboards may differ in bytes; hashed is what they look like. */
export const asTyped = (text: string): Password => text.normalize('NFC') as Password;

/**
 * Takes a new password: 12 to 128 characters of any kind, not one that is tried first by whoever guesses.
 *
 * @param ownWords names a guesser would know: the person's, the clinic's
 */
export const newPassword = (text: string, ownWords: readonly string[]): Result<Password, PasswordProblem> => {
  const password = asTyped(text);
  const length = [...password].length;
  if (length < SHORTEST) return failed('too-short');
  if (length > LONGEST) return failed('too-long');
  return isWellKnown(password, ownWords) ? failed('well-known') : ok(password);
};

/** Whether it can be a password at all; saves hashing a novel. */
export const couldBePassword = (text: string): boolean => [...asTyped(text)].length <= LONGEST;
