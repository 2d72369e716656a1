import * as z from 'zod/mini';
import type { Condition } from './condition.ts';

/**
 * A suicide screen that a clinic brings with it under its own licence, as data: its words, which item is asked when,
 * and which one means that somebody must be called now. None is part of this program. See
 * `docs/licensed-instruments.md`.
 */
const line = z.string().check(z.minLength(1), z.maxLength(400));
const words = z.strictObject({ en: line, es: line });
const loinc = z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,12}-\d$/)));

/** What each item can be answered with. A blank and "prefer not to answer" are never a no. */
export const instrumentAnswers = ['yes', 'no', 'declined'] as const;
const answer = z.strictObject({ ...words.shape, loinc });

/** Only what an export can say, too: answers to earlier items of the same instrument. */
type ItemCondition =
  | Extract<Condition, { readonly is: unknown }>
  | { readonly all: Parts }
  | { readonly any: Parts };
type Parts = readonly ItemCondition[];
const parts = (): z.ZodMiniType<Parts> =>
  z.array(z.lazy(() => condition)).check(z.minLength(1), z.maxLength(20));
const condition: z.ZodMiniType<ItemCondition> = z.union([
  z.strictObject({ key: z.string(), is: z.array(z.enum(instrumentAnswers)).check(z.minLength(1)) }),
  z.strictObject({ all: z.lazy(parts) }),
  z.strictObject({ any: z.lazy(parts) }),
]);

const item = z.strictObject({
  /** Under which its answer is kept: `cssrs1`. */
  key: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{1,19}$/)),
  /** As asked: verbatim, as the licence wants it. */
  text: words,
  /** Its name in check answers and for the clinician. */
  short: words,
  loinc,
  /** Whether any answer but no means that somebody must be called now. */
  acute: z._default(z.boolean(), false),
  /** Absent: always asked. */
  shown: z.optional(condition),
});

export const instrumentSchema = z.strictObject({
  /** What clinicians call it: short, it stands on the first line of every case. */
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Who allowed whom to use it in this form, and where that is written down. */
  permission: z.strictObject({ from: line, to: line, on: z.iso.date(), reference: line }),
  /** The notice of its owner, which goes with every export. */
  copyright: line,
  loinc,
  title: words,
  intro: z.optional(words),
  /** Why it is asked. */
  why: words,
  answers: z.strictObject({ yes: answer, no: answer, declined: answer }),
  items: z.array(item).check(z.minLength(1), z.maxLength(20)),
});

/** As a clinic's file has it, and the SHA-256 of that, as canonical JSON (RFC 8785): both stay with every submission. */
export const installedInstrument = z.extend(instrumentSchema, { sha256: z.string() });
export type Instrument = z.infer<typeof installedInstrument>;
