import * as z from 'zod/mini';
import { reviewStates } from '../machines/review-states.ts';
import { answerStates } from './answer-states.ts';
import { medicineTaken } from './medicines-wire.ts';
import { verifiedAnswer } from './verified-answer.ts';
import { language, uuid } from './wire.ts';

/** What the portal and the server say to each other. Made on the server from the frozen submission. */
const instant = z.iso.datetime({ offset: true });

export const roles = ['clinician', 'frontDesk', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const session = z.strictObject({
  userId: uuid,
  name: z.string(),
  roles: z.array(z.enum(roles)),
  idleLockSeconds: z.number(),
});
export type Session = z.infer<typeof session>;

const signInName = z.string().check(z.minLength(1), z.maxLength(100));
const passwordText = z.string().check(z.minLength(1), z.maxLength(1_000));

/** `POST /api/auth/sign-in` */
export const signInRequest = z.strictObject({ signInName, password: passwordText });

/** What stands after the `#` of a one-time link. */
const linkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** `POST /api/auth/setup`: the first administrator. The token is what stands after the `#` of the one-time link. */
export const setupRequest = z.strictObject({
  token: linkToken,
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  signInName,
  password: passwordText,
});

/** Stands before the token in the link of somebody who has an account and chooses a password for it. */
export const INVITED = 'invited.';

/** `POST /api/auth/invitation`: the person whose account was made, or reset, chooses their own password. */
export const invitationRequest = z.strictObject({ token: linkToken, password: passwordText });

/** Urgent: somebody may be in danger now. Same day: a positive screen. Order of the queue: level, then longest wait. */
export const safetyLevels = ['urgent', 'sameDay', 'none'] as const;
export type SafetyLevel = (typeof safetyLevels)[number];

export const views = ['safety', 'new', 'mine', 'waiting', 'ready', 'closed'] as const;
export type View = (typeof views)[number];

const chip = z.strictObject({
  tone: z.enum(['safety', 'review', 'note', 'clear']),
  text: z.string(),
});

export const queueItem = z.strictObject({
  /** A submission, or the alert of somebody who has not sent the form yet. */
  kind: z.enum(['submission', 'alert']),
  id: uuid,
  reference: z.nullable(z.string()),
  level: z.enum(safetyLevels),
  /** `R., Ana` */
  name: z.string(),
  age: z.nullable(z.number()),
  interest: z.nullable(z.enum(['spravato', 'ivKetamine', 'either'])),
  /** `21` or `17–20` */
  phq9: z.nullable(z.string()),
  chips: z.array(chip),
  language,
  interpreter: z.boolean(),
  location: z.nullable(z.string()),
  since: instant,
  /** Who works on it. */
  assignee: z.nullable(z.string()),
  /** Somebody must be called, the limit has passed, and nobody has taken it. */
  isOverdue: z.boolean(),
});
export type QueueItem = z.infer<typeof queueItem>;

/** What to send as `cursor` for the items after these; null when these are the last. */
const next = z.nullable(z.string());

/** Who, in any view, has waited past their limit for a safety call that nobody has taken. */
const overdue = z.strictObject({
  many: z.number(),
  /** Outside open hours the limit is nought: whoever is on call is told at once. */
  isOpen: z.boolean(),
  /** Somebody is set to be told of them, and there is a way to tell them. */
  tells: z.boolean(),
  /** When a message of them was last sent off. */
  toldAt: z.nullable(instant),
  /** It has arrived, one way or another. */
  hasArrived: z.boolean(),
});
export type Overdue = z.infer<typeof overdue>;

/** `GET /api/staff/queue?view=safety` for a clinician. At most `limit` items, 50 unless asked for another number. */
export const queue = z.strictObject({
  counts: z.record(z.enum(views), z.number()),
  overdue,
  items: z.array(queueItem),
  next,
});
export type Queue = z.infer<typeof queue>;

const yesOrNo = z.nullable(z.enum(['yes', 'no']));

/** Whom to call now or today, where they are, and nothing of why. */
const callNow = z.nullable(
  z.strictObject({
    soon: z.enum(['now', 'today']),
    name: z.string(),
    phone: z.nullable(z.string()),
    place: z.nullable(z.string()),
    mayLeaveMessage: yesOrNo,
  }),
);

export const caseStatuses = [...reviewStates, 'notSent'] as const;

/** A case as the front desk sees it: name, contact, times, status. No answer, no flag, no score, no treatment. */
export const frontDeskItem = z.strictObject({
  kind: z.enum(['submission', 'alert']),
  id: uuid,
  reference: z.nullable(z.string()),
  name: z.string(),
  status: z.enum(caseStatuses),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  mayCall: yesOrNo,
  mayText: yesOrNo,
  mayEmail: yesOrNo,
  mayLeaveMessage: yesOrNo,
  contactMethod: z.nullable(z.enum(['phone', 'text', 'email'])),
  preferredTimes: z.array(z.string()),
  language,
  interpreter: z.boolean(),
  location: z.nullable(z.string()),
  since: instant,
  callNow,
});
export type FrontDeskItem = z.infer<typeof frontDeskItem>;

/** `GET /api/staff/queue?view=…` for the front desk. */
export const frontDeskQueue = z.strictObject({
  counts: z.record(z.enum(views), z.number()),
  overdue,
  items: z.array(frontDeskItem),
  next,
});
export type FrontDeskQueue = z.infer<typeof frontDeskQueue>;

const answerLine = z.strictObject({
  key: z.string(),
  label: z.string(),
  text: z.string(),
  state: z.enum(answerStates),
});
export type AnswerLine = z.infer<typeof answerLine>;

const severity = z.nullable(z.enum(['urgent', 'contraindication', 'review', 'caution', 'info']));

const flag = z.strictObject({
  id: z.string(),
  status: z.enum(['present', 'unknown']),
  spravato: severity,
  ivKetamine: severity,
  tone: z.enum(['safety', 'review', 'note']),
  /** The clinician's wording of the rule, with its numbers and names. */
  words: z.string(),
  /** The rule itself, as a clinician checks it. */
  finds: z.string(),
  sources: z.array(z.string()),
  tags: z.array(z.string()),
  /** Where the clinic's own rules added or raised it: in whose name, and why. */
  clinicsOwn: z.nullable(z.string()),
  /** What the patient said, in their own words, that the rule read. */
  patientSaid: z.array(answerLine),
  /** Found by what the patient said, by what clinicians corrected of it, or by either. */
  foundBy: z.enum(['either', 'corrected', 'asSaid']),
});
export type SummaryFlag = z.infer<typeof flag>;

/** One of the six lines: at most 110 characters, absence always stated. */
const line = z.strictObject({
  id: z.enum(['safety', 'treatable', 'howIll', 'tried', 'medicines', 'next']),
  title: z.string(),
  text: z.string(),
  tone: z.enum(['safety', 'review', 'note', 'clear']),
  /** The line by what the patient said, where a correction makes another of it. */
  asSaid: z.nullable(z.string()),
});
export type SummaryLine = z.infer<typeof line>;
/** A line as one set of answers gives it. */
export type LineText = Omit<SummaryLine, 'asSaid'>;

const score = z.strictObject({
  id: z.string(),
  name: z.string(),
  min: z.number(),
  max: z.number(),
  highest: z.number(),
  /** Only where both ends of the range fall in it. */
  band: z.nullable(z.string()),
  items: z.array(z.strictObject({ label: z.string(), text: z.string(), value: z.nullable(z.number()) })),
});
export type SummaryScore = z.infer<typeof score>;

const trial = z.strictObject({
  drug: z.string(),
  dose: z.string(),
  weeks: z.string(),
  verdict: z.enum(['counts', 'doesNotCount', 'cannotTell']),
  reasons: z.array(z.string()),
});

export const summary = z.strictObject({
  id: uuid,
  reference: z.string(),
  receivedAt: instant,
  formVersion: z.string(),
  rulesVersion: z.string(),
  language,
  heading: z.strictObject({
    name: z.string(),
    age: z.nullable(z.number()),
    pronouns: z.nullable(z.string()),
    interpreter: z.boolean(),
    phone: z.nullable(z.string()),
    completedBy: z.string(),
  }),
  level: z.enum(safetyLevels),
  disposition: z.strictObject({ spravato: z.string(), ivKetamine: z.string() }),
  lines: z.array(line),
  flags: z.array(flag),
  scores: z.array(score),
  trials: z.array(trial),
  medicines: z.array(medicineTaken),
  sections: z.array(z.strictObject({ id: z.string(), title: z.string(), answers: z.array(answerLine) })),
  /** Risk and contraindication answers that were changed before sending. */
  trail: z.array(z.strictObject({ label: z.string(), from: z.string(), to: z.string(), at: instant })),
  /** What clinicians confirmed and corrected: lines, flags, scores and trials hold with it. */
  verified: z.strictObject({ version: z.nullable(z.number()), answers: z.array(verifiedAnswer) }),
  alerts: z.array(
    z.strictObject({ id: uuid, level: z.enum(safetyLevels), state: z.string(), receivedAt: instant }),
  ),
});
export type Summary = z.infer<typeof summary>;

/** The page of an alert whose form has not been sent. */
export const alertDetail = z.strictObject({
  id: uuid,
  level: z.enum(safetyLevels),
  state: z.enum(['raised', 'withdrawn']),
  agreedBy: z.enum(['consent', 'asked']),
  receivedAt: instant,
  language,
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  whereToday: z.nullable(z.string()),
  mayLeaveMessage: z.nullable(z.enum(['yes', 'no'])),
  manyFromThisAddress: z.boolean(),
  rules: z.array(z.strictObject({ id: z.string(), words: z.string() })),
  patientSaid: z.array(answerLine),
});
export type AlertDetail = z.infer<typeof alertDetail>;
