import type { InEach } from '../lib/locale.ts';
import type { Condition } from './condition.ts';

/** What a person reads of a question, in one language. */
export interface QuestionWords {
  /** The question itself, as asked. */
  readonly label: string;
  readonly hint?: string;
  /** Why we ask: required where the question is sensitive. */
  readonly why?: string;
  /** Its name in check answers and in the clinician's summary: 'Aneurysm'. */
  readonly short: string;
  /** A calm note that appears below an option once it is chosen: 'If you have chest pain now, call 911.' */
  readonly notes?: Readonly<Partial<Record<string, string>>>;
}

export interface OptionWords<O extends string> extends QuestionWords {
  readonly options: Readonly<Record<O, string>>;
}

export interface ItemWords extends QuestionWords {
  /** The items of the instrument, verbatim, in order. */
  readonly items: readonly string[];
  /** The answers, verbatim, in order of their values; for a 0–10 scale the two anchors. */
  readonly scale: readonly string[];
  /** For a 0–10 scale whose items have their own ends: the two anchors of each item. */
  readonly anchors?: readonly (readonly [string, string])[];
}

/** A code of LOINC (the default system) or none. Local codes are made from the key, never written here. */
export type Code = string;

interface Asked<K extends string, W extends QuestionWords = QuestionWords> {
  readonly key: K;
  readonly words: InEach<W>;
  /** Absent: shown to every adult. */
  readonly shown?: Condition;
  /** `toContinue`: Continue needs an answer. `toSend`: asked for again at check answers. */
  readonly needed?: 'toContinue' | 'toSend';
  /** Private topic: has a why-we-ask text, and the page says that it can be skipped. */
  readonly sensitive?: true;
  readonly loinc?: Code;
}

export type YesNoOption = 'yes' | 'no' | 'unsure' | 'declined';

export interface YesNo<K extends string = string, O extends YesNoOption = YesNoOption> extends Asked<K> {
  readonly kind: 'yesNo';
  readonly options: readonly O[];
}

export interface Choice<K extends string = string, O extends string = string>
  extends Asked<K, OptionWords<O>> {
  readonly kind: 'choice';
  readonly options: readonly O[];
  /** Those that the form offers, where the schema and the rules take one more; absent: all. */
  readonly offered?: readonly O[];
  /** Only what was chosen under this key can be chosen here. */
  readonly among?: string;
  /** LOINC answer code of each option, where there is one. */
  readonly optionCodes?: Readonly<Partial<Record<O, Code>>>;
}

export interface Choices<K extends string = string, O extends string = string>
  extends Asked<K, OptionWords<O>> {
  readonly kind: 'choices';
  readonly options: readonly O[];
  /** Offers an exclusive "None of these", stored as an empty list. */
  readonly none?: true;
}

/** One of the clinic's locations, by its id in the settings. */
export interface LocationChoice<K extends string = string> extends Asked<K> {
  readonly kind: 'location';
}

/** A rating with verbatim answers: the value is the number. */
export interface Rating<K extends string = string> extends Asked<K, ItemWords> {
  readonly kind: 'rating';
  readonly values: readonly number[];
  readonly valueCodes?: readonly Code[];
}

/** All items of an instrument, as one list of numbers; `null` for an item left blank. */
export interface Items<K extends string = string> extends Asked<K, ItemWords> {
  readonly kind: 'items';
  readonly count: number;
  /** Allowed values in the order of `words.scale`; for each item alike. */
  readonly values: readonly number[];
  /** The answers of each item, where they differ by item (AUDIT-C). */
  readonly scales?: InEach<readonly (readonly string[])[]>;
  readonly itemCodes?: readonly Code[];
  readonly valueCodes?: readonly Code[];
  readonly scaleCodes?: readonly (readonly Code[])[];
  /** LOINC of the total score. */
  readonly totalCode?: Code;
  /** When the first item has this value, the others are not asked and count as 0 (AUDIT-C: "Never"). */
  readonly firstEnds?: number;
}

export interface Num<K extends string = string> extends Asked<K> {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** How it is entered: blood pressure and body size have their own controls with two inputs. */
  readonly control: 'plain' | 'bloodPressure' | 'height' | 'weight';
}

export interface Text<K extends string = string> extends Asked<K> {
  readonly kind: 'text';
  readonly control: 'line' | 'long' | 'phone' | 'email';
  readonly autocomplete?: string;
  /** In code points. */
  readonly max: number;
}

/** A whole date of a life: `YYYY-MM-DD`, today or earlier, at most 120 years ago. */
export interface BirthDate<K extends string = string> extends Asked<K> {
  readonly kind: 'birthDate';
}

export interface Trials<K extends string = string> extends Asked<K> {
  readonly kind: 'trials';
}
export interface Augmentations<K extends string = string> extends Asked<K> {
  readonly kind: 'augmentations';
}
export interface Medications<K extends string = string> extends Asked<K> {
  readonly kind: 'medications';
}
export interface Treatment<K extends string = string> extends Asked<K> {
  readonly kind: 'treatment';
}
export interface Consents<K extends string = string> extends Asked<K> {
  readonly kind: 'consents';
}

export type Question =
  | YesNo
  | Choice
  | Choices
  | LocationChoice
  | Rating
  | Items
  | Num
  | Text
  | BirthDate
  | Trials
  | Augmentations
  | Medications
  | Treatment
  | Consents;
