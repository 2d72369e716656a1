import { plainPerson } from '../screening/plain-person.fixture.ts';
import type { Answers } from '../steps/catalog.ts';
import { type Facts, factsOf } from './facts.ts';
import type { StaffFields } from './staff-fields.ts';

/** The day of the answers in the tests. */
export const asOf = '2026-11-22';

/** The plain person of the clinical reference, with what a test changes. */
export const factsAbout = (
  answers: Answers = {},
  staff: StaffFields = {},
  { requestedOn = asOf }: { readonly requestedOn?: string } = {},
): Facts => factsOf({ ...plainPerson, ...answers }, { asOf, requestedOn, locationCount: 1 }, staff);
