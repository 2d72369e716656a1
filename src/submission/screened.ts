import type { ClinicPack } from '../screening/clinic-pack.ts';
import type { Inputs, Result } from '../screening/pack.ts';
import { marksOf } from '../screening/suicide-screen.ts';
import type { Settings } from '../settings/settings.ts';
import type { Answers, Key } from '../steps/catalog.ts';

/** A pack as a submission names it. */
export interface PackName {
  readonly version: string;
  readonly sha256: string;
}

/** The packs under which a submission was screened. */
interface Packs {
  readonly rules: PackName & { readonly id: 'prelude' };
  /** The clinic's own rules, whole, as they were in force: its settings change. The hash is that of the settings. */
  readonly clinic: (PackName & { readonly pack: ClinicPack }) | null;
}

/** As it was kept at first: the version of the rules stands in the result. */
interface FirstScreening extends Result {
  readonly format: 1;
}

/** With all that it takes to evaluate it again, and to see that nothing of it was changed. */
interface NamedScreening extends Result {
  readonly format: 2;
  readonly packs: Packs;
  /** SHA-256 of the inputs, as canonical JSON (RFC 8785). */
  readonly inputsSha256: string;
}

/** What the rules of that day said of it, in their words of that day: the result of each rule, and why. */
export type FrozenScreening = FirstScreening | NamedScreening;

/** What the rules of one submission looked at. */
export const inputsOf = (
  content: {
    readonly answers: Answers;
    readonly shown: readonly Key[];
    readonly asOf: string;
    readonly settings: Pick<Settings, 'thresholds' | 'instrument'>;
  },
  clinic: ClinicPack | null,
): Inputs => ({
  answers: content.answers,
  shown: content.shown,
  asOf: content.asOf,
  thresholds: content.settings.thresholds,
  clinic,
  ...(content.settings.instrument && { instrument: marksOf(content.settings.instrument) }),
});
