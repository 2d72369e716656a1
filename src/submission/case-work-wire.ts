import * as z from 'zod/mini';
import { reviewStates } from '../machines/review-states.ts';
import { callOutcomes, decisionKinds, safetyOutcomes, spokenWith } from './decisions.ts';
import { safetyLevels } from './staff-wire.ts';
import { uuid } from './wire.ts';

/** What staff do with a case, and what was done with it before. Every PUT carries the version it saw in `If-Match`. */
const instant = z.iso.datetime({ offset: true });
const LONGEST_NOTE = 10_000;
const isWritten = z.refine<string>((text) => text.trim() !== '', 'is empty');
const written = z.string().check(z.maxLength(LONGEST_NOTE), isWritten);
const note = z.nullable(written);

const person = z.strictObject({ userId: uuid, name: z.string() });

/** `GET /api/staff/colleagues`: whom a case can be given to. */
export const colleagues = z.strictObject({ colleagues: z.array(person) });

/** `PUT …/assignee`: null gives it back. */
export const assigneeRequest = z.strictObject({ userId: z.nullable(uuid) });

/** `POST …/notes`. The id is made by the page: a repeat of the same request adds nothing. */
export const noteRequest = z.strictObject({ id: uuid, text: written });

/** `POST …/calls`. Any note is a clinician's: the front desk writes nothing of what was said. */
export const callRequest = z.strictObject({
  id: uuid,
  outcome: z.enum(callOutcomes),
  spokeWith: z.nullable(z.enum(spokenWith)),
  at: instant,
  note,
});
export type CallRequest = z.infer<typeof callRequest>;

/** `PUT …/decision`: the first decides, the next ones amend. The reason is one of those in `decisions.ts`. */
export const decisionRequest = z.strictObject({
  kind: z.enum(decisionKinds),
  reason: z.string().check(z.minLength(1), z.maxLength(40)),
  note,
});
export type DecisionRequest = z.infer<typeof decisionRequest>;

/** `PUT …/booking`: the visit is booked, at a time if that is known, and the case is done. */
export const bookingRequest = z.strictObject({ at: z.nullable(instant) });

/** `PUT …/reopening`: a case is worked on again. */
export const reopeningRequest = z.strictObject({ note });

/** `PUT …/reminder`: one of a case at a time. The day and time as the clinic's clock shows them, `2026-12-01T14:30`. */
export const reminderRequest = z.strictObject({
  when: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
  note,
});
export type ReminderRequest = z.infer<typeof reminderRequest>;

/** `PUT …/flags/:flag` */
export const flagRequest = z.strictObject({ acknowledged: z.boolean() });

/** `PUT /api/staff/safety-items/:id`, the id of a case or of an alert. There is no outcome "no answer". */
export const safetyItemRequest = z.strictObject({
  outcome: z.enum(safetyOutcomes),
  spokeWith: z.enum(spokenWith),
  at: instant,
  note,
});
export type SafetyItemRequest = z.infer<typeof safetyItemRequest>;

export const panels = ['note', 'call', 'safety', 'decision', 'reopening', 'reminder'] as const;
export type PanelName = (typeof panels)[number];

/** `POST …/unsent`: what somebody was writing, kept for them alone. Empty text forgets it. */
export const unsentRequest = z.strictObject({
  panel: z.enum(panels),
  text: z.string().check(z.maxLength(LONGEST_NOTE)),
});

const happened = { id: z.string(), at: instant, by: z.nullable(person) };

const decision = z.strictObject({
  kind: z.enum(decisionKinds),
  reason: z.string(),
  note: z.nullable(z.string()),
  at: instant,
  by: z.nullable(person),
  /** Until when whoever decided may undo it. */
  undoUntil: z.nullable(instant),
});

/** One thing that happened to a case, or was done with it. */
export const timelineEntry = z.discriminatedUnion('kind', [
  z.strictObject({ ...happened, kind: z.literal('received') }),
  z.strictObject({ ...happened, kind: z.literal('alertRaised') }),
  z.strictObject({ ...happened, kind: z.literal('alertWithdrawn') }),
  z.strictObject({ ...happened, kind: z.literal('viewed') }),
  z.strictObject({ ...happened, kind: z.literal('exported'), format: z.string() }),
  z.strictObject({ ...happened, kind: z.literal('escalated') }),
  z.strictObject({ ...happened, kind: z.literal('asked') }),
  z.strictObject({ ...happened, kind: z.literal('replied') }),
  z.strictObject({ ...happened, kind: z.literal('assigned'), to: z.nullable(person) }),
  z.strictObject({ ...happened, kind: z.literal('note'), text: z.string() }),
  z.strictObject({
    ...happened,
    kind: z.literal('call'),
    outcome: z.enum(callOutcomes),
    spokeWith: z.nullable(z.enum(spokenWith)),
    calledAt: instant,
    note: z.nullable(z.string()),
  }),
  z.strictObject({
    ...happened,
    kind: z.enum(['decided', 'amended', 'undone']),
    decision: z.enum(decisionKinds),
    reason: z.string(),
    note: z.nullable(z.string()),
  }),
  z.strictObject({ ...happened, kind: z.literal('booked'), visitAt: z.nullable(instant) }),
  z.strictObject({ ...happened, kind: z.literal('reopened'), note: z.nullable(z.string()) }),
  z.strictObject({
    ...happened,
    kind: z.literal('safetyClosed'),
    level: z.enum(safetyLevels),
    outcome: z.enum(safetyOutcomes),
    spokeWith: z.enum(spokenWith),
    spokeAt: instant,
    note: z.nullable(z.string()),
  }),
  z.strictObject({
    ...happened,
    kind: z.enum(['flagAcknowledged', 'flagOpened']),
    flag: z.string(),
  }),
  z.strictObject({
    ...happened,
    kind: z.literal('reminderSet'),
    remindAt: instant,
    note: z.nullable(z.string()),
  }),
  z.strictObject({ ...happened, kind: z.literal('reminderRemoved') }),
  z.strictObject({
    ...happened,
    kind: z.literal('verified'),
    how: z.enum(['confirmed', 'corrected', 'withdrawn']),
    labels: z.array(z.string()),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** Whether somebody must be called, and until when. */
const safety = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({
    state: z.literal('open'),
    level: z.enum(safetyLevels),
    dueAt: instant,
    /** Past its limit, and nobody has taken it. */
    isOverdue: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('closed'),
    level: z.enum(safetyLevels),
    outcome: z.enum(safetyOutcomes),
    at: instant,
    by: z.nullable(person),
  }),
]);

/** `GET …/work` of a case or an alert, and the answer to everything that is done with it. */
export const caseWork = z.strictObject({
  id: uuid,
  kind: z.enum(['submission', 'alert']),
  /** For `If-Match`. */
  version: z.number(),
  status: z.enum([...reviewStates, 'raised', 'withdrawn']),
  assignee: z.nullable(person),
  safety,
  decision: z.nullable(decision),
  /** Stands until it is removed, replaced, or the case is closed. */
  reminder: z.nullable(z.strictObject({ at: instant, note: z.nullable(z.string()), by: z.nullable(person) })),
  acknowledged: z.array(z.strictObject({ flag: z.string(), at: instant, by: z.nullable(person) })),
  /** The last first. */
  timeline: z.array(timelineEntry),
  unsent: z.nullable(z.strictObject({ panel: z.enum(panels), text: z.string(), savedAt: instant })),
});
export type CaseWork = z.infer<typeof caseWork>;

/** `GET …/calls` and the answer to a call that was logged: all that the front desk sees of the work. */
export const callLog = z.strictObject({
  calls: z.array(
    z.strictObject({
      at: instant,
      by: z.nullable(z.string()),
      outcome: z.enum(callOutcomes),
    }),
  ),
});
export type CallLog = z.infer<typeof callLog>;
