import type { PackId } from './packs.ts';

/**
 * A number that a payer names; or two, where the policy says "4 to 6": below `from` is certainly too little, from `to`
 * on certainly enough, and between them the payer has to be asked.
 */
export type Needed = number | { readonly from: number; readonly to: number };

/** What a payer says of an antidepressant trial. What it does not say is absent. */
export interface TrialTerms {
  /** How many different antidepressants; of different classes, how many classes. */
  readonly count: Needed;
  readonly weeks?: Needed;
  readonly differentClasses?: true;
  readonly currentEpisode?: true;
  /** Percent of improvement up to which a trial failed, inclusive. */
  readonly responseAtMost?: number;
}

/** Treatments that a payer may refuse to pay alongside. DBS: deep brain stimulation. */
export const concurrentTreatments = ['ect', 'tms', 'vns', 'dbs', 'ketamine'] as const;
export type ConcurrentTreatment = (typeof concurrentTreatments)[number];

/** `unnamed`: the policy wants documents and the copy that was seen does not say which. */
export const papers = ['chartNotes', 'unnamed'] as const;
export type Paper = (typeof papers)[number];

/** One condition of a payer, as data. `evaluate.ts` reads it. */
export type Criterion =
  | ({ readonly kind: 'trials' } & TrialTerms)
  | { readonly kind: 'highestToleratedDose' }
  | { readonly kind: 'augmentations'; readonly count: Needed; readonly weeks: Needed }
  /** Antidepressants and added medicines counted together. */
  | { readonly kind: 'agents'; readonly count: Needed; readonly weeks: Needed }
  | { readonly kind: 'anyOf'; readonly of: readonly [Criterion, Criterion, ...Criterion[]] }
  | { readonly kind: 'age'; readonly under: number }
  | {
      readonly kind: 'baselineScale';
      /** Absent: any scale. */
      readonly phq9Above?: number;
      readonly withinWeeks?: number;
    }
  | { readonly kind: 'psychiatrist' }
  | { readonly kind: 'pdmpCheck' }
  | { readonly kind: 'oralAntidepressant'; readonly stableWeeks?: number }
  | { readonly kind: 'psychotherapyTried' }
  | { readonly kind: 'noConcurrent'; readonly treatments: readonly ConcurrentTreatment[] }
  | { readonly kind: 'substanceUseStatus' }
  | { readonly kind: 'suicidalityHistory' }
  | { readonly kind: 'heightAndWeight' }
  | { readonly kind: 'documents'; readonly papers: readonly Paper[] };

/** What one payer asks for before it pays SPRAVATO, as far as it was seen. See `docs/payers.md`. */
export interface Pack {
  readonly id: PackId;
  readonly payer: string;
  /** Which of the payer's texts. */
  readonly edition: string;
  /** Where it was read, as the coverage reference names it. */
  readonly source: string;
  /** The date of the text that was read, `YYYY-MM-DD`; most copies that were found carry none. */
  readonly seen: string;
  /** No pack is confirmed: every sheet says so. */
  readonly checkWithThePayer: true;
  /** All of them have to be met. */
  readonly criteria: readonly Criterion[];
  /** What the text says that is no condition, and how it was read where it can be read in two ways. */
  readonly notes: readonly string[];
  /** A payer's names, of which an insurer's name must begin with one; empty: chosen by hand only. */
  readonly names: readonly string[];
}
