import type { Locale } from '../../lib/locale.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { CallOutcome, DecisionKind, SafetyOutcome, SpokenWith } from '../../submission/decisions.ts';

/** The invented staff, by the key under which the demonstration knows them. */
export const colleagues = ['ana', 'ben', 'kiri', 'dee'] as const;
export type Colleague = (typeof colleagues)[number];

/** A form, or the alert of somebody who has not sent one; counted from 0. */
export type Subject = number;

/** What somebody did, whom it was about aside. */
type Doing =
  | { readonly does: 'send'; readonly startedAt: Date; readonly language: Locale; readonly answers: Answers }
  | {
      readonly does: 'alert';
      readonly language: Locale;
      readonly answers: Answers;
      /** The form that comes afterwards; absent: it has not come. */
      readonly form?: Subject;
    }
  | { readonly does: 'reply'; readonly texts: readonly string[]; readonly answers: Answers }
  /** Nobody in particular: the server, which tells of an item that nobody took. */
  | { readonly does: 'escalate' }
  | ({ readonly by: Colleague } & (
      | { readonly does: 'open' | 'take' | 'export' }
      | { readonly does: 'note'; readonly text: string }
      | {
          readonly does: 'call';
          readonly outcome: CallOutcome;
          readonly spokeWith: SpokenWith | null;
          readonly note: string | null;
        }
      | {
          readonly does: 'closeSafety';
          readonly outcome: SafetyOutcome;
          readonly spokeWith: SpokenWith;
          readonly spokeAt: Date;
          readonly note: string;
        }
      | {
          readonly does: 'ask';
          readonly texts: readonly string[];
          readonly keys: readonly (keyof Answers)[];
        }
      | {
          readonly does: 'decide';
          readonly kind: DecisionKind;
          readonly reason: string;
          readonly note: string | null;
        }
      | { readonly does: 'book'; readonly visitAt: Date }
      | { readonly does: 'match'; readonly with: Subject }
    ));

/** One thing that happened to a form or an alert, at its time. */
export type Deed = { readonly at: Date; readonly on: Subject } & Doing;
