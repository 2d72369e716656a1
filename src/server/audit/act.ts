import type { Role } from '../../submission/staff-wire.ts';

/** Who acted. A patient has no account, so there is nobody to name. */
export type Actor =
  | { readonly kind: 'patient' }
  | {
      readonly kind: 'staff';
      readonly userId: string;
      readonly roles: readonly Role[];
      readonly sessionHash: string;
    }
  /** Somebody at the door of the clinic who has not signed in; named when the account is known. */
  | { readonly kind: 'visitor'; readonly userId?: string }
  | { readonly kind: 'system' }
  /** Whoever may run commands on the clinic's machine. */
  | { readonly kind: 'command-line' };

export type Action =
  | 'server.start'
  | 'server.stop'
  | 'clock.jump'
  | 'link.issue'
  | 'user.create'
  | 'user.list'
  | 'user.disable'
  | 'user.reset'
  | 'user.set-password'
  | 'user.enable'
  | 'user.change-roles'
  | 'factor.add'
  | 'factor.rename'
  | 'factor.remove'
  | 'recovery-codes.make'
  | 'session.start'
  | 'session.await-factor'
  | 'session.unlock'
  | 'session.step-up'
  | 'session.refuse'
  | 'session.list'
  | 'session.end'
  | 'draft.create'
  | 'draft.save'
  | 'draft.read'
  | 'draft.delete'
  | 'tombstone.delete'
  | 'submission.receive'
  | 'submission.repeat'
  | 'submission.refuse'
  | 'submission.erase'
  | 'submission.hold'
  | 'submission.release'
  | 'submission.read'
  | 'submission.export'
  | 'submission.export-list'
  | 'staff-fields.save'
  | 'audit.read'
  | 'audit.verify'
  | 'settings.read'
  | 'notification.read'
  | 'notification.resend'
  | 'submission.replay'
  | 'safety-alert.raise'
  | 'safety-alert.withdraw'
  | 'safety-alert.read'
  | 'safety-alert.erase'
  | 'follow-up.ask'
  | 'follow-up.link'
  | 'follow-up.open'
  | 'follow-up.reply'
  | 'follow-up.repeat'
  | 'follow-up.refuse'
  | 'person.match'
  | 'answer.verify'
  | 'case.assign'
  | 'case.release'
  | 'case.note'
  | 'case.call'
  | 'case.decide'
  | 'case.amend'
  | 'case.undo'
  | 'case.book'
  | 'case.reopen'
  | 'case.flag'
  | 'case.remind'
  | 'case.unremind'
  | 'case.unsent'
  | 'safety-item.close'
  | 'safety-item.escalate'
  | 'colleagues.read'
  | 'queue.read'
  | 'figures.read'
  | 'search.read'
  | 'notification.give-up'
  | 'key.add'
  | 'key.use'
  | 'key.rewrap'
  | 'key.retire'
  | 'key.verify'
  | 'backup.make'
  | 'backup.restore'
  | 'backup.drill'
  | 'store.move'
  | 'demo.fill';

export type ObjectType =
  | 'user'
  | 'session'
  | 'factor'
  | 'link'
  | 'draft'
  | 'submission'
  | 'safety-alert'
  | 'notification'
  | 'key'
  | 'backup';

/** One act, to be recorded with it or not done at all. Only ids, names of fields and words of our own: no values. */
export interface Act {
  readonly actor: Actor;
  readonly action: Action;
  readonly object?: { readonly type: ObjectType; readonly id: string };
  readonly location?: string;
  /** Names of the fields that were read or changed. */
  readonly fields?: readonly string[];
  /** Absent: `done`. */
  readonly outcome?: 'done' | 'refused';
  /** A word of our own, such as `wrong-password`. */
  readonly reason?: string;
  readonly requestId?: string;
  readonly addressClass?: AddressClass;
  readonly rulesVersion?: string;
}

/** Where a request came from, as far as the audit keeps it. */
export type AddressClass = 'loopback' | 'private' | 'public';
