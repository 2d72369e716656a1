import type { Draft } from '../../machines/draft.ts';

/** Somebody else fills in the form for the person. */
export const someoneHelps = ({ answers }: Draft): boolean => answers.completedBy === 'other';

/** Somebody other than the person holds the device: a helper, or the clinic on the phone. */
export const isReadOut = ({ answers }: Draft): boolean =>
  answers.completedBy === 'other' || answers.completedBy === 'staff';

/** What the person is called, as far as they have told us. */
export const personName = ({ answers }: Draft): string | undefined =>
  answers.preferredName ?? answers.firstName;
