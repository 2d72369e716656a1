import * as z from 'zod/mini';
import { parseDate } from '../lib/dates.ts';
import { concurrentTreatments, papers } from './pack.ts';

const line = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));
const yesNo = z.optional(z.enum(['yes', 'no']));
const day = z.optional(
  z.string().check(z.refine((text) => parseDate(text) !== undefined, 'not a date YYYY-MM-DD')),
);

/**
 * What the clinic adds to a prior authorization, and no patient is asked. Everything may be blank. NPI: ten digits;
 * diagnosis: an ICD-10-CM code such as F33.2.
 */
export const staffFieldsSchema = z.strictObject({
  /** Whose sheet it is, once somebody has chosen: the id of a pack. */
  payer: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
  legalName: line,
  address: line,
  plan: line,
  group: line,
  pharmacyBenefitIds: line,
  cardImages: yesNo,
  prescriber: line,
  specialty: z.optional(z.enum(['psychiatry', 'consultation', 'other'])),
  npi: z.optional(z.string().check(z.regex(/^\d{10}$/, 'not ten digits'))),
  dea: line,
  prescriberAddress: line,
  prescriberPhone: line,
  prescriberFax: line,
  remsCertified: yesNo,
  referringProvider: line,
  therapyProvider: line,
  indication: line,
  icd10: z.optional(z.string().check(z.regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'not an ICD-10 code'))),
  dsmConfirmed: yesNo,
  episodeStart: line,
  severity: line,
  course: z.optional(z.enum(['single', 'recurrent'])),
  highestToleratedDose: yesNo,
  /** Since when the oral antidepressant of today is taken at an unchanged dose. */
  antidepressantStableSince: day,
  /** Which of these go on at the same time; an empty list: none. */
  concurrent: z.optional(
    z.array(z.enum(concurrentTreatments)).check(z.maxLength(concurrentTreatments.length)),
  ),
  psychosisBenefitStatement: line,
  substanceUseTreatment: line,
  pdmpChecked: yesNo,
  admissionOrDischarge: line,
  urgency: z.optional(z.enum(['standard', 'urgent'])),
  doseAndSchedule: line,
  siteOfCare: line,
  supply: z.optional(z.enum(['buyAndBill', 'pharmacy'])),
  request: z.optional(z.enum(['new', 'continuation'])),
  priorResponse: line,
  /** What is attached to the request; an empty list: nothing yet. */
  attached: z.optional(z.array(z.enum(papers)).check(z.maxLength(papers.length))),
  recordsRelease: yesNo,
  manufacturerSupport: yesNo,
  assignmentOfBenefits: yesNo,
  remsEnrolled: yesNo,
  middleInitial: line,
  sprayExplained: yesNo,
  noDrivingExplained: yesNo,
  risksDiscussed: yesNo,
  guideRead: yesNo,
});

export type StaffFields = z.infer<typeof staffFieldsSchema>;
