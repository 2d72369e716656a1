import type { ReviewState } from '../../machines/review-states.ts';

/**
 * The tables, as the queries see them. In clear stand only random ids, times in milliseconds, states, versions,
 * key ids and locations. Everything a person said or is called lies in a sealed blob (`Sealed`, see keys/envelope.ts)
 * or in a keyed index (`BlindIndex`, see keys/blind-index.ts).
 */
export type Id = string;
export type Time = number;
export type Sealed = Uint8Array;
export type BlindIndex = string;
export type Hash = string;

/** One row per fact about the store itself: the clinic's id, the fingerprints of its index and audit key. */
export interface MetaTable {
  name: string;
  value: string;
}

/** The root keys in use. A record key points at one, so none can go while a record needs it. */
export interface RootKeysTable {
  /** `k1`, `k2`, … */
  id: string;
  fingerprint: string;
  used_since: Time;
}

/** The random key of one record, wrapped by a root key. Destroying the row makes the record unreadable. */
export interface RecordKeysTable {
  record_id: Id;
  data_key_id: Id;
  root_key_id: string;
  wrapped: Uint8Array;
  created_at: Time;
}

/** `invited`: has a one-time link, and no password that anybody knows. */
export type UserStatus = 'invited' | 'active' | 'disabled';

export interface UsersTable {
  id: Id;
  status: UserStatus;
  version: number;
  /** Role names joined by a space, in the order of `roles.ts`. */
  roles: string;
  name_index: BlindIndex;
  profile: Sealed;
  password_hash: string;
  created_at: Time;
  updated_at: Time;
}

export interface SessionsTable {
  token_hash: Hash;
  /** Stays when the token is renewed. */
  id: Id;
  user_id: Id;
  /** `Firefox on Windows`: words of our own. */
  device: string;
  created_at: Time;
  seen_at: Time;
  /** When the second factor was last shown. */
  factor_at: Time;
  ends_at: Time;
  ended_at: Time | null;
}

export type FactorKind = 'totp' | 'passkey';

export interface SecondFactorsTable {
  id: Id;
  user_id: Id;
  kind: FactorKind;
  version: number;
  /** The key of an authenticator app, or a passkey's public key and name; sealed under its user's key. */
  content: Sealed;
  credential_index: BlindIndex | null;
  /** The newest time step whose code was used: each is good for once. */
  last_step: number;
  /** How often a passkey says it was used. */
  counter: number;
  created_at: Time;
  /** Null: offered, and not yet shown to work. */
  confirmed_at: Time | null;
  used_at: Time | null;
}

export interface RecoveryCodesTable {
  code_hash: Hash;
  user_id: Id;
  created_at: Time;
  used_at: Time | null;
}

/** What somebody between the first step of a sign-in and its end still has to do. */
export type StepKind = 'second-factor' | 'enrol' | 'provider';

export interface SignInStepsTable {
  token_hash: Hash;
  kind: StepKind;
  user_id: Id | null;
  tries: number;
  ends_at: Time;
  spent_at: Time | null;
}

export interface PasskeyChallengesTable {
  challenge_hash: Hash;
  /** The sign-in step or session that asked for it. */
  holder_hash: Hash;
  ends_at: Time;
  spent_at: Time | null;
}

export type LinkPurpose = 'first-administrator' | 'invitation';

export interface OneTimeLinksTable {
  token_hash: Hash;
  purpose: LinkPurpose;
  subject_id: Id | null;
  created_at: Time;
  expires_at: Time;
  used_at: Time | null;
}

/** A subject is a keyed hash of a sign-in name, an address, or both; the row holds how long it must wait. */
export interface SignInAttemptsTable {
  subject: BlindIndex;
  failures: number;
  last_at: Time;
  next_at: Time;
  /** When this subject last got in: a known pair of name and address does not wait for what strangers do. */
  succeeded_at: Time | null;
}

export type SubmissionStatus = ReviewState;

export interface SubmissionsTable {
  id: Id;
  status: SubmissionStatus;
  version: number;
  location: string | null;
  assignee_id: Id | null;
  received_at: Time;
  updated_at: Time;
  closed_at: Time | null;
  retain_until: Time | null;
  on_hold: number;
  form_version: string;
  rules_version: string;
  /** Keyed hash of the canonical body: the same id with another body is refused. */
  body_index: BlindIndex;
  draft_id: Id | null;
  /** SHA-256 of the draft's verifier; it opens the status page, never earlier answers. */
  verifier_hash: Hash | null;
  reference_index: BlindIndex;
  surname_index: BlindIndex | null;
  birth_date_index: BlindIndex | null;
  phone_index: BlindIndex | null;
  answers: Sealed;
  evaluation: Sealed;
  summary: Sealed;
  receipt: Sealed;
  /** What staff have made of the case so far, and the version it was sealed at; null while nobody did anything. */
  work: Sealed | null;
  work_version: number | null;
}

export interface DraftsTable {
  id: Id;
  version: number;
  verifier_hash: Hash;
  /** Encrypted in the browser; the server holds no key to it. */
  ciphertext: Uint8Array;
  created_at: Time;
  saved_at: Time;
  expires_at: Time;
}

export type DraftEnd = 'sent' | 'deleted' | 'under-18' | 'expired';

/** What is left of a draft: that it was, and why it is no more. */
export interface DraftTombstonesTable {
  draft_id: Id;
  verifier_hash: Hash;
  reason: DraftEnd;
  submission_id: Id | null;
  ended_at: Time;
}

export type SafetyAlertStatus = 'raised' | 'withdrawn' | 'closed';

export interface SafetyAlertsTable {
  id: Id;
  /** The alert may come before the submission it belongs to, so this is no foreign key. */
  submission_id: Id | null;
  status: SafetyAlertStatus;
  version: number;
  location: string | null;
  assignee_id: Id | null;
  raised_at: Time;
  updated_at: Time;
  body_index: BlindIndex;
  /** Keyed hash of the sender's address, so that "many from this address" can be said without keeping it. */
  address_index: BlindIndex | null;
  content: Sealed;
}

/** One thing that staff did with a case or an alert (`subject_id`), sealed under its key. Only ever added. */
export interface CaseEventsTable {
  id: Id;
  subject_id: Id;
  at: Time;
  actor_id: Id;
  content: Sealed;
}

/** What somebody was writing about a case when they were called away: theirs alone. */
export interface UnsentNotesTable {
  subject_id: Id;
  user_id: Id;
  saved_at: Time;
  content: Sealed;
}

/** When the clinic was last told that nobody takes an item. */
export interface EscalationsTable {
  item_id: Id;
  told_at: Time;
}

export type OutboxChannel = 'email' | 'webhook';
export type OutboxStatus = 'waiting' | 'leased' | 'sent' | 'dead';

export interface OutboxTable {
  id: Id;
  kind: string;
  channel: OutboxChannel;
  ref_id: Id;
  status: OutboxStatus;
  attempts: number;
  created_at: Time;
  due_at: Time;
  leased_until: Time | null;
  done_at: Time | null;
  /** A word such as `timeout` or `http-500`; never what the other side answered. */
  last_problem: string | null;
}

/** Rows are appended by audit/audit.repository.ts alone; triggers refuse a change. `fields` holds names, never values. */
export interface AuditTable {
  seq: number;
  at: Time;
  actor_kind: string;
  actor_id: Id | null;
  actor_roles: string;
  session_hash: Hash | null;
  location: string | null;
  action: string;
  object_type: string | null;
  object_id: Id | null;
  fields: string;
  outcome: string;
  reason: string | null;
  request_id: string | null;
  address_class: string | null;
  rules_version: string | null;
  prev: string;
  mac: string;
}

/** What staff added to a case for its payer. */
export interface StaffFieldsTable {
  submission_id: Id;
  version: number;
  saved_at: Time;
  fields: Sealed;
}

/** A case as it stands after a reply of the patient: 2, 3 … The first version lies in `submissions`, as it was sent. */
export interface CaseVersionsTable {
  submission_id: Id;
  number: number;
  made_at: Time;
  content: Sealed;
}

/** A question, or several, that the clinic has put to a patient. Sealed under the key of the case. */
export interface FollowUpsTable {
  id: Id;
  submission_id: Id;
  asked_by: Id;
  asked_at: Time;
  answered_at: Time | null;
  /** Made by the patient's browser, so that a repeat is known for one. */
  reply_id: Id | null;
  reply_index: BlindIndex | null;
  /** Which version of the case the reply made. */
  reply_version: number | null;
  content: Sealed;
}

export interface FollowUpLinksTable {
  token_hash: Hash;
  submission_id: Id;
  made_by: Id;
  made_at: Time;
  expires_at: Time;
  ended_at: Time | null;
  /** Wrong birth dates in a row. */
  wrong_tries: number;
}

/** What clinicians have confirmed or corrected of a case, sealed under its key, at its own version. */
export interface VerifiedAnswersTable {
  submission_id: Id;
  version: number;
  updated_at: Time;
  content: Sealed;
}

export type SamePersonVerdict = 'same' | 'different';

/** Two cases of which a clinician has said whether they are of one person; `one_id` is the smaller. */
export interface SamePersonTable {
  one_id: Id;
  other_id: Id;
  version: number;
  verdict: SamePersonVerdict;
  decided_by: Id;
  decided_at: Time;
}

/** When a case came, was first opened by a clinician, and was first decided: what waiting times are made of. */
export interface CaseTimesTable {
  submission_id: Id;
  received_at: Time;
  first_read_at: Time | null;
  decided_at: Time | null;
}

/** What was decided in a week and who had to be called, as sums; sealed, because a sum of one may be known. */
export interface WeekTalliesTable {
  /** Its Monday, `YYYY-MM-DD`, in the clinic's time zone. */
  week: string;
  /** Of the key that seals it. */
  id: Id;
  version: number;
  content: Sealed;
}

/** A record that was erased, with its key. Its id and the day; nothing of what it was. */
export interface ErasuresTable {
  record_id: Id;
  erased_at: Time;
  reason: string;
}

/** How often something was asked for in its window of time; several processes count together here. */
export interface RequestCountsTable {
  counted: string;
  many: number;
  until: Time;
}

export interface Database {
  meta: MetaTable;
  root_keys: RootKeysTable;
  record_keys: RecordKeysTable;
  users: UsersTable;
  sessions: SessionsTable;
  one_time_links: OneTimeLinksTable;
  sign_in_attempts: SignInAttemptsTable;
  second_factors: SecondFactorsTable;
  recovery_codes: RecoveryCodesTable;
  sign_in_steps: SignInStepsTable;
  passkey_challenges: PasskeyChallengesTable;
  submissions: SubmissionsTable;
  drafts: DraftsTable;
  draft_tombstones: DraftTombstonesTable;
  safety_alerts: SafetyAlertsTable;
  case_versions: CaseVersionsTable;
  follow_ups: FollowUpsTable;
  follow_up_links: FollowUpLinksTable;
  verified_answers: VerifiedAnswersTable;
  same_person: SamePersonTable;
  case_events: CaseEventsTable;
  unsent_notes: UnsentNotesTable;
  escalations: EscalationsTable;
  outbox: OutboxTable;
  staff_fields: StaffFieldsTable;
  case_times: CaseTimesTable;
  week_tallies: WeekTalliesTable;
  audit: AuditTable;
  erasures: ErasuresTable;
  request_counts: RequestCountsTable;
}
