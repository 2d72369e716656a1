import type { Locale } from '../lib/locale.ts';
import type { Choice, Choices, Question, YesNo } from './question.ts';

/** How much a medicine helped: none 0–24 %, some 25–49 %, good 50–74 %, remission from 75 %. Source: T-JCP, T-ATRQ. */
export const responses = ['none', 'some', 'good', 'remission', 'lostEffect', 'unsure'] as const;
export type Response = (typeof responses)[number];
export type YesNoUnsure = 'yes' | 'no' | 'unsure';

/** One antidepressant that was tried. Only the drug must be there; every other field may be blank. */
export interface Trial {
  /** A drug's key, or a brand or typed name. */
  readonly drug: string;
  /** Highest usual dose, mg a day. */
  readonly doseMg?: number | undefined;
  /** Weeks at that dose or higher. */
  readonly weeks?: number | undefined;
  readonly currentEpisode?: YesNoUnsure | undefined;
  readonly mostDays?: YesNoUnsure | undefined;
  readonly response?: Response | undefined;
  readonly stoppedBecause?: string | undefined;
  /** Partial dates. */
  readonly startedOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly prescriber?: string | undefined;
}

/** A medicine added to help an antidepressant work. No rule reads it. */
export interface Augmentation {
  readonly drug: string;
  readonly weeks?: number | undefined;
  readonly response?: Response | undefined;
}

/** A current medicine: a drug's key or typed name alone, or with what is known of it. */
export type Medication =
  | string
  | {
      readonly name: string;
      readonly dose?: string | undefined;
      readonly howOften?: string | undefined;
      readonly key?: string | undefined;
    };

/** ECT, TMS, VNS or talking therapy. No rule reads it. */
export interface TreatmentHad {
  readonly had: YesNoUnsure;
  readonly when?: string | undefined;
  readonly sessions?: number | undefined;
  readonly response?: Response | undefined;
}

/** The signature: which text was accepted, when (ISO instant), in which language, and the typed name. */
export interface Consent {
  readonly version: string;
  readonly at: string;
  readonly language: Locale;
  readonly name: string;
  /** Of a helper who signs. */
  readonly relation?: string | undefined;
}

/** The value that a question stores under its key. */
export type ValueOf<Q extends Question> =
  Q extends YesNo<string, infer O>
    ? O
    : Q extends Choices<string, infer O>
      ? readonly O[]
      : Q extends Choice<string, infer O>
        ? O
        : Q extends { kind: 'rating' | 'number' }
          ? number
          : Q extends { kind: 'items' }
            ? readonly (number | null)[]
            : Q extends { kind: 'trials' }
              ? readonly Trial[]
              : Q extends { kind: 'augmentations' }
                ? readonly Augmentation[]
                : Q extends { kind: 'medications' }
                  ? readonly Medication[]
                  : Q extends { kind: 'treatment' }
                    ? TreatmentHad
                    : Q extends { kind: 'consents' }
                      ? Consent
                      : string;

/** The flat object of answers that a union of questions makes: every key may be absent. */
export type AnswersOf<Q extends Question> = { readonly [One in Q as One['key']]?: ValueOf<One> };
