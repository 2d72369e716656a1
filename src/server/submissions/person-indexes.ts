import type { Answers } from '../../steps/catalog.ts';
import type { SubmissionsTable } from '../db/schema.ts';
import type { BlindIndexes } from '../keys/blind-index.ts';

type PersonIndexes = Pick<SubmissionsTable, 'surname_index' | 'birth_date_index' | 'phone_index'>;

/** By what a closed case is found again, and the same person recognised, without a name in clear. */
export const personIndexes = (indexes: BlindIndexes, answers: Answers): PersonIndexes => ({
  surname_index: answers.lastName === undefined ? null : indexes.of('surname', answers.lastName),
  birth_date_index: answers.birthDate === undefined ? null : indexes.of('birth-date', answers.birthDate),
  phone_index: answers.phone === undefined ? null : indexes.of('phone', phoneDigits(answers.phone)),
});

/**
 * The digits of a phone number, so that one number typed in two ways is one: a US number without its country code.
 *
 * @example phoneDigits('+1 (615) 555-0142') // '6155550142'
 */
export const phoneDigits = (typed: string): string => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
};
