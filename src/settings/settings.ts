import * as z from 'zod/mini';
import { locales } from '../lib/locale.ts';
import { failed, ok, type Result } from '../lib/result.ts';
import type { Instrument } from '../questions/instrument.ts';
import { clinicRulesSchema } from './clinic-rules.ts';
import { defaultThresholds } from './thresholds.ts';

/**
 * What a clinic may set, without touching code. `clinic.example.json` shows all of it; a wrong file stops the start
 * with the list of what is wrong. Each setting describes itself: `docs/generated/settings.md` is made of that.
 */
const words = z.strictObject({ en: z.string().check(z.minLength(1)), es: z.string().check(z.minLength(1)) });
const phone = z.string().check(z.minLength(3), z.maxLength(40));
const colour = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/));
const hours = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/));
const day = z._default(z.nullable(hours), null);
const emails = z._default(z.array(z.email()), []);

const location = z.strictObject({
  id: z
    .string()
    .check(
      z.regex(/^[a-z0-9-]{1,40}$/),
      z.describe('A short name for machines, never changed: small letters, digits, hyphens.'),
    ),
  name: z.string().check(z.minLength(1), z.describe('What patients choose by.')),
  address: z.optional(z.string()).check(z.describe('Shown beside the name.')),
  phone: z.optional(phone).check(z.describe('Where it differs from that of the clinic.')),
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
  trialWeeks: z
    ._default(z.literal([4, 6, 8]), defaultThresholds.trialWeeks)
    .check(z.describe('Weeks at an adequate dose for a trial to count: 4 [T-ATHF], 6 [T-SUP] or 8 [S-TRD].')),
  severeSystolic: z
    ._default(z.number(), defaultThresholds.severeSystolic)
    .check(z.describe('Self-reported upper blood pressure that is not dosed until evaluated, in mmHg (GK).')),
  severeDiastolic: z
    ._default(z.number(), defaultThresholds.severeDiastolic)
    .check(z.describe('The same for the lower one, in mmHg (GK).')),
  auditcMen: z
    ._default(z.number(), defaultThresholds.auditcMen)
    .check(z.describe('AUDIT-C cut for men [L-AUD]; some VA documents use 5.')),
  auditcOthers: z
    ._default(z.number(), defaultThresholds.auditcOthers)
    .check(z.describe('AUDIT-C cut for everyone else [L-AUD]; some VA documents use 5.')),
});

const line = (meaning: string) =>
  z.optional(z.string().check(z.minLength(1), z.maxLength(200))).check(z.describe(meaning));

const priorAuthorizationSchema = z.strictObject({
  prescriber: line('Name of the prescriber.'),
  specialty: z
    .optional(z.enum(['psychiatry', 'consultation', 'other']))
    .check(z.describe('Of the prescriber: psychiatry, in consultation with it, or another.')),
  npi: z
    .optional(z.string().check(z.regex(/^\d{10}$/, 'not ten digits')))
    .check(z.describe('National Provider Identifier of the prescriber, ten digits.')),
  dea: line('DEA number of the prescriber.'),
  prescriberAddress: line('Address of the prescriber.'),
  prescriberPhone: line('Phone of the prescriber.'),
  prescriberFax: line('Fax of the prescriber.'),
  remsCertified: z
    .optional(z.enum(['yes', 'no']))
    .check(z.describe('Whether the site is certified under the SPRAVATO REMS.')),
  siteOfCare: line('Where SPRAVATO is given.'),
});

export const settingsSchema = z.strictObject({
  name: z
    .string()
    .check(z.minLength(1), z.maxLength(80), z.describe('The name of the clinic, on every page and paper.')),
  phone: phone.check(z.describe('Whom patients call; shown on each page and with every error.')),
  email: z.optional(z.email()).check(z.describe('Whom patients write to.')),
  timeZone: z
    .string()
    .check(
      z.refine(isTimeZone, 'not a time zone'),
      z.describe('IANA name, as `America/Chicago`: today, open hours and all times follow it.'),
    ),
  hours: z
    .strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
    .check(z.describe('Open hours of each day as `09:00-17:00`, or null when closed.')),
  replyTime: words.check(
    z.describe('How soon answers are read: "two working days". Never a promise that the clinic cannot keep.'),
  ),
  locations: z
    ._default(z.array(location), [])
    .check(z.describe('With two or more the form asks for one, and staff narrow the queue to one.')),
  treatments: z
    ._default(z.array(z.enum(['spravato', 'ivKetamine'])).check(z.minLength(1)), ['spravato', 'ivKetamine'])
    .check(z.describe('What the clinic gives.')),
  languages: z
    ._default(z.array(z.enum(locales)).check(z.minLength(1)), ['en', 'es'])
    .check(z.describe('What the form speaks; Spanish goes live only with the next setting.')),
  spanishInstrumentsConfirmed: z
    .optional(z.strictObject({ by: z.string().check(z.minLength(1)), date: z.iso.date() }))
    .check(
      z.describe(
        'Who compared the Spanish instruments with their source, and when. Without it Spanish is not live.',
      ),
    ),
  minutes: z
    ._default(z.number().check(z.gte(5), z.lte(120)), 25)
    .check(z.describe('How long the start page says that the form takes.')),
  thresholds: z
    ._default(thresholdsSchema, defaultThresholds)
    .check(z.describe('Numbers that the rules go by; the defaults are those of the clinical reference.')),
  clinicRules: z
    .optional(clinicRulesSchema)
    .check(z.describe('The clinic’s own rules for IV ketamine: `docs/rule-packs.md`.')),
  instrumentFile: z
    .optional(z.string().check(z.minLength(1)))
    .check(
      z.describe(
        'The clinic’s own suicide screen, asked in place of the ASQ: a file beside this one. `docs/licensed-instruments.md`',
      ),
    ),
  cannabisCounts: z
    ._default(z.boolean(), true)
    .check(z.describe('Whether cannabis counts in the drug question: changes its hint, no rule.')),
  idleMinutes: z
    ._default(z.number().check(z.gte(3), z.lte(120)), 20)
    .check(
      z.describe('After how long the form hides when nobody touches it; the warning takes the last two.'),
    ),
  leaveTo: z
    .optional(z.url())
    .check(
      z.describe('Where "Leave quickly" goes. Without it: our own blank page, and no other host is asked.'),
    ),
  privacyUrl: z
    .optional(z.url())
    .check(
      z.describe('The clinic’s privacy notice, linked from the form. `docs/privacy-notice-template.md`'),
    ),
  brand: z
    ._default(
      z.strictObject({
        primary: z.optional(colour).check(z.describe('Colour of buttons and links, as `#1a5c4f`.')),
        primaryDark: z.optional(colour).check(z.describe('The same on dark pages.')),
      }),
      {},
    )
    .check(z.describe('The clinic’s colours.')),
  safety: z
    ._default(
      z.strictObject({
        notifyEmails: emails.check(
          z.describe('Who is told at once of an urgent alert. The mail holds no health data.'),
        ),
        webhookUrl: z
          .optional(z.url())
          .check(z.describe('Told the same, signed (Standard Webhooks) with `WEBHOOK_SECRET`.')),
        escalateTo: emails.check(
          z.describe(
            'Who is told when nobody takes an item in time; outside open hours at once, where nobody is on call. No health data.',
          ),
        ),
        onCall: z
          .optional(
            z.strictObject({
              emails: emails.check(
                z.describe(
                  'Told of an urgent item at once. Where they do not take it, `escalateTo` is told too.',
                ),
              ),
              webhookUrl: z
                .optional(z.url())
                .check(
                  z.describe('Gets `safety-item.on-call` in place of `safety.webhookUrl`: the pager, say.'),
                ),
            }),
          )
          .check(z.describe('The person on call: told in place of `escalateTo` while the clinic is closed.')),
        urgentMinutes: z
          ._default(z.number().check(z.gte(1)), 15)
          .check(
            z.describe(
              'In open hours an urgent item is taken within this many minutes; a same-day one by closing time.',
            ),
          ),
      }),
      { notifyEmails: [], escalateTo: [], urgentMinutes: 15 },
    )
    .check(
      z.refine(({ webhookUrl, onCall }) => onCall?.webhookUrl === undefined || webhookUrl !== undefined, {
        path: ['onCall', 'webhookUrl'],
        error: 'needs safety.webhookUrl too: everything else is told there',
      }),
    )
    .check(z.describe('Who is told of danger, and when.')),
  retention: z
    ._default(
      z.strictObject({
        draftDays: z
          ._default(z.number(), 14)
          .check(z.describe('How many days a draft that was not sent is kept after its last save.')),
        submissionYears: z
          .optional(z.number())
          .check(z.describe('How many years closed cases are kept. Without it nothing is purged.')),
      }),
      { draftDays: 14 },
    )
    .check(z.describe('How long things are kept.')),
  priorAuthorization: z
    ._default(priorAuthorizationSchema, {})
    .check(
      z.describe('What every prior authorization says alike. What staff write at a case goes before it.'),
    ),
  demonstration: z
    .optional(z.boolean())
    .check(
      z.describe(
        'No real clinic: every page says so, and `npm run cli -- demo` fills it with invented people, to try settings with.',
      ),
    ),
  part2Programme: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'A programme under 42 CFR Part 2: exports that hold answers on substances carry its notice.',
      ),
    ),
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
