import { type Tri, tri } from '../screening/tri.ts';

/** What was found of one condition, and why, for a clinician. */
export interface Found {
  readonly result: Tri;
  readonly because: string;
}

/** It cannot be told, and why. */
export const unknown = (because: string): Found => ({ result: 'unknown', because });

const saidWords: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  unsure: 'not sure',
  declined: 'prefers not to say',
};
/** An answer as it is read in a reason. */
export const said = (answer: string | undefined): string => (answer && saidWords[answer]) ?? 'not answered';

/** What only the staff can say. */
export const staffSaid = (answer: 'yes' | 'no' | undefined, what: string): Found => ({
  result: tri(answer),
  because: answer === undefined ? `Not yet stated ${what}.` : `Staff: ${said(answer)}.`,
});

/** A payer that wants something stated: met once it is, whatever it is; never unmet. */
export function stated(
  parts: Readonly<Record<string, string | number | undefined>>,
  isStated: (answer: string | number | undefined) => boolean,
): Found {
  const texts = Object.entries(parts).map(([name, answer]) =>
    typeof answer === 'number' ? `${name}: ${answer}` : `${name}: ${said(answer)}`,
  );
  const isAll = Object.values(parts).every(isStated);
  return { result: isAll ? 'present' : 'unknown', because: `${texts.join('; ')}.` };
}
