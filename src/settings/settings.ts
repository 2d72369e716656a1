import * as z from 'zod/mini';
import { locales } from '../lib/locale.ts';
import { failed, ok, type Result } from '../lib/result.ts';
import type { Instrument } from '../questions/instrument.ts';
import { clinicRulesSchema } from './clinic-rules.ts';
import { defaultThresholds } from './thresholds.ts';

/**
 * What a clinic may set, without touching code. `clinic.example.json` shows all of it; a wrong file stops the start
 * with the list of what is wrong. Thresholds carry the defaults of the clinical reference.
 */
const words = z.strictObject({ en: z.string().check(z.minLength(1)), es: z.string().check(z.minLength(1)) });
const phone = z.string().check(z.minLength(3), z.maxLength(40));
const colour = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/));
const hours = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/));
const day = z._default(z.nullable(hours), null);

const location = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: z.string().check(z.minLength(1)),
  address: z.optional(z.string()),
  phone: z.optional(phone),
});

const isTimeZone = (name: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

export const thresholdsSchema = z.strictObject({
  /** Weeks at an adequate dose for a trial to count: 4 [T-ATHF], 6 [T-SUP], 8 [S-TRD]. */
  trialWeeks: z._default(z.literal([4, 6, 8]), defaultThresholds.trialWeeks),
  /** Self-reported blood pressure that is not dosed until evaluated (GK). */
  severeSystolic: z._default(z.number(), defaultThresholds.severeSystolic),
  severeDiastolic: z._default(z.number(), defaultThresholds.severeDiastolic),
  /** AUDIT-C cut for men and for everyone else [L-AUD]; some VA documents use 5. */
  auditcMen: z._default(z.number(), defaultThresholds.auditcMen),
  auditcOthers: z._default(z.number(), defaultThresholds.auditcOthers),
});

const line = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));

const priorAuthorizationSchema = z.strictObject({
  prescriber: line,
  specialty: z.optional(z.enum(['psychiatry', 'consultation', 'other'])),
  npi: z.optional(z.string().check(z.regex(/^\d{10}$/, 'not ten digits'))),
  dea: line,
  prescriberAddress: line,
  prescriberPhone: line,
  prescriberFax: line,
  remsCertified: z.optional(z.enum(['yes', 'no'])),
  siteOfCare: line,
});

export const settingsSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  phone,
  email: z.optional(z.email()),
  timeZone: z.string().check(z.refine(isTimeZone, 'not a time zone')),
  /** Open hours of each day as `09:00-17:00`, or null when closed. */
  hours: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
  /** How soon answers are read: "two working days". Never a promise that the clinic cannot keep. */
  replyTime: words,
  locations: z._default(z.array(location), []),
  treatments: z._default(z.array(z.enum(['spravato', 'ivKetamine'])).check(z.minLength(1)), [
    'spravato',
    'ivKetamine',
  ]),
  languages: z._default(z.array(z.enum(locales)).check(z.minLength(1)), ['en', 'es']),
  /** Who confirmed the Spanish instruments at their source, and when. Without it Spanish is not live. */
  spanishInstrumentsConfirmed: z.optional(
    z.strictObject({ by: z.string().check(z.minLength(1)), date: z.iso.date() }),
  ),
  minutes: z._default(z.number().check(z.gte(5), z.lte(120)), 25),
  thresholds: z._default(thresholdsSchema, defaultThresholds),
  /** The clinic's own rules for IV ketamine, approved by somebody, on a day. */
  clinicRules: z.optional(clinicRulesSchema),
  /** The clinic's own suicide screen, asked in place of the ASQ: a file beside this one. `docs/licensed-instruments.md` */
  instrumentFile: z.optional(z.string().check(z.minLength(1))),
  /** Whether cannabis counts in the drug question: changes its hint, no rule. */
  cannabisCounts: z._default(z.boolean(), true),
  /** The warning itself takes two of them. */
  idleMinutes: z._default(z.number().check(z.gte(3), z.lte(120)), 20),
  /** Where "Leave quickly" goes; absent: our own blank page. */
  leaveTo: z.optional(z.url()),
  privacyUrl: z.optional(z.url()),
  brand: z._default(z.strictObject({ primary: z.optional(colour), primaryDark: z.optional(colour) }), {}),
  safety: z._default(
    z.strictObject({
      /** Who is told at once of an urgent alert. The mail holds no health data. */
      notifyEmails: z._default(z.array(z.email()), []),
      webhookUrl: z.optional(z.url()),
      /** Who is told when nobody takes an item in time, and outside open hours at once. No health data. */
      escalateTo: z._default(z.array(z.email()), []),
      /** In open hours an urgent item is taken within this many minutes; a same-day one by closing time. */
      urgentMinutes: z._default(z.number().check(z.gte(1)), 15),
    }),
    { notifyEmails: [], escalateTo: [], urgentMinutes: 15 },
  ),
  retention: z._default(
    z.strictObject({ draftDays: z._default(z.number(), 14), submissionYears: z.optional(z.number()) }),
    { draftDays: 14 },
  ),
  /** What every prior authorization of this clinic says alike. What staff write at a case goes before it. */
  priorAuthorization: z._default(priorAuthorizationSchema, {}),
  /** A programme under 42 CFR Part 2: exports that hold answers on substances carry its notice. */
  part2Programme: z._default(z.boolean(), false),
});

export type Settings = z.infer<typeof settingsSchema> & {
  /** What `instrumentFile` names, as it was read at the start. */
  readonly instrument?: Instrument;
};
export type Thresholds = Settings['thresholds'];

export interface SettingsProblem {
  readonly path: string;
  readonly reason: string;
}

/** Reads a clinic's settings, or lists everything that is wrong with them. */
export function parseSettings(input: unknown): Result<Settings, readonly SettingsProblem[]> {
  const parsed = settingsSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return failed(
    parsed.error.issues.map((issue) => ({
      path:
        issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys].join('.') : issue.path.join('.'),
      reason: issue.message,
    })),
  );
}

/** The settings that anybody may read: what the patient's app is built from. */
export type PublicSettings = Pick<
  Settings,
  | 'name'
  | 'phone'
  | 'timeZone'
  | 'hours'
  | 'replyTime'
  | 'locations'
  | 'treatments'
  | 'languages'
  | 'minutes'
  | 'thresholds'
  | 'cannabisCounts'
  | 'idleMinutes'
  | 'leaveTo'
  | 'privacyUrl'
  | 'brand'
  | 'instrument'
> & {
  /** Without a settings file every page says "Demonstration: not a real clinic". */
  readonly demonstration: boolean;
  readonly spanishLive: boolean;
  /** How long an unsent draft is kept after its last save. */
  readonly draftDays: number;
  /** Today in the clinic's time zone. */
  readonly today: string;
};

/** The part of the settings that the patient's app sees. */
export function publicSettings(
  settings: Settings,
  circumstances: { readonly demonstration: boolean; readonly today: string },
): PublicSettings {
  const { name, phone, timeZone, hours, replyTime, locations, treatments, languages, minutes } = settings;
  const { thresholds, cannabisCounts, idleMinutes, leaveTo, privacyUrl, brand, instrument } = settings;
  return {
    name,
    phone,
    timeZone,
    hours,
    replyTime,
    locations,
    treatments,
    languages,
    minutes,
    thresholds,
    cannabisCounts,
    idleMinutes,
    leaveTo,
    privacyUrl,
    brand,
    ...(instrument && { instrument }),
    demonstration: circumstances.demonstration,
    spanishLive: circumstances.demonstration || settings.spanishInstrumentsConfirmed !== undefined,
    draftDays: settings.retention.draftDays,
    today: circumstances.today,
  };
}
