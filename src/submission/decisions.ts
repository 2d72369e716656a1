import type { DecisionLeadsTo } from '../machines/review.machine.ts';

/** What a clinician can decide. A suggestion of the rules is never one of these. */
export const decisionKinds = [
  'bookConsultation',
  'bookEvaluation',
  'needRecords',
  'referElsewhere',
  'notNow',
  'withdrawn',
  'noContact',
  'duplicate',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface DecisionMeaning {
  readonly name: string;
  readonly leadsTo: DecisionLeadsTo;
  /** One of these is given with it; the key is what is kept, and counted. */
  readonly reasons: Readonly<Record<string, string>>;
}

const other = { other: 'Another reason: see the note' } as const;

/** Each decision, where it leads, and the reasons there are for it. */
export const decisions: Readonly<Record<DecisionKind, DecisionMeaning>> = {
  bookConsultation: {
    name: 'Book consultation',
    leadsTo: 'ready',
    reasons: {
      noConcern: 'Nothing found that stands against it',
      toTalkThrough: 'Findings to talk through with a clinician',
      askedFor: 'The patient asked for it',
      ...other,
    },
  },
  bookEvaluation: {
    name: 'Book evaluation',
    leadsTo: 'ready',
    reasons: {
      noConcern: 'Nothing found that stands against it',
      toExamine: 'A finding needs an examination or a measurement',
      toVerify: 'The history needs to be verified',
      ...other,
    },
  },
  needRecords: {
    name: 'Need records',
    leadsTo: 'waiting',
    reasons: {
      treatmentHistory: 'History of treatments',
      medicalRecords: 'Medical records or test results',
      clearance: 'A letter from another clinician',
      insurance: 'Insurance papers',
      ...other,
    },
  },
  referElsewhere: {
    name: 'Refer elsewhere',
    leadsTo: 'closed',
    reasons: {
      higherCare: 'Needs more care than this clinic gives',
      medicalFirst: 'A medical condition comes first',
      otherTreatment: 'Another treatment suits better',
      outOfReach: 'Lives too far away',
      ...other,
    },
  },
  notNow: {
    name: 'Not now',
    leadsTo: 'closed',
    reasons: {
      contraindication: 'A contraindication is confirmed',
      unstable: 'A condition must be stable first',
      visits: 'Cannot come, stay or get home safely',
      cost: 'Cost or insurance',
      ...other,
    },
  },
  withdrawn: {
    name: 'Withdrawn',
    leadsTo: 'closed',
    reasons: {
      changedMind: 'The patient changed their mind',
      elsewhere: 'Is treated elsewhere',
      noReasonGiven: 'The patient gave no reason',
      ...other,
    },
  },
  noContact: {
    name: 'No contact',
    leadsTo: 'closed',
    reasons: {
      notReached: 'Not reached in several tries',
      wrongNumber: 'The contact details are wrong',
      noReply: 'No reply to our questions',
      ...other,
    },
  },
  duplicate: {
    name: 'Duplicate',
    leadsTo: 'closed',
    reasons: { sentTwice: 'The same person sent it again', test: 'Sent as a test', ...other },
  },
};

/** Whether a decision may be given this reason. */
export const isReasonOf = (kind: DecisionKind, reason: string): boolean =>
  Object.hasOwn(decisions[kind].reasons, reason);

/** The reason in words; one that is no longer offered stays its code. */
export const reasonText = (kind: DecisionKind, reason: string): string =>
  decisions[kind].reasons[reason] ?? reason;

/** How long a decision can be undone; then it is only changed, and both stay in the timeline. */
export const UNDO_SECONDS = 10;

/** How a safety item ends. That nobody answered is a try, and never an end. */
export const safetyOutcomes = [
  'spokeSafe',
  'spokePlan',
  'emergencyServices',
  'familyReached',
  'handedOver',
] as const;
export type SafetyOutcome = (typeof safetyOutcomes)[number];

export const safetyOutcomeNames: Readonly<Record<SafetyOutcome, string>> = {
  spokeSafe: 'Spoke, and safe',
  spokePlan: 'Spoke, and a plan was made',
  emergencyServices: 'Emergency services called',
  familyReached: 'Family reached',
  handedOver: 'Handed over',
};

/** With whom somebody of the clinic spoke. */
export const spokenWith = [
  'patient',
  'family',
  'emergencyContact',
  'emergencyServices',
  'colleague',
] as const;
export type SpokenWith = (typeof spokenWith)[number];

export const spokenWithNames: Readonly<Record<SpokenWith, string>> = {
  patient: 'The patient',
  family: 'Family or a friend',
  emergencyContact: 'The emergency contact',
  emergencyServices: 'Emergency services',
  colleague: 'A colleague or another clinic',
};

/** What came of one call. */
export const callOutcomes = ['spoke', 'noAnswer', 'leftMessage', 'busy', 'wrongNumber'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const callOutcomeNames: Readonly<Record<CallOutcome, string>> = {
  spoke: 'Spoke',
  noAnswer: 'No answer',
  leftMessage: 'Left a message',
  busy: 'Busy or hung up',
  wrongNumber: 'Wrong number',
};
