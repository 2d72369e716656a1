import { conflict, type Problem, unprocessable } from '../edge/problem.ts';

export const held = (): Problem =>
  conflict('held-by-another', 'A colleague works on this case. Take it over first, or ask them.');

export const safetyIsOpen = (): Problem =>
  conflict('safety-open', 'Somebody must still be called. Close the safety item first, with its outcome.');

export const notNow = (): Problem =>
  conflict('not-now', 'The case is not where this could be done. Look at its status.');

export const undoIsOver = (): Problem =>
  conflict('undo-is-over', 'The decision can no longer be undone. Change it: both stay in the timeline.');

export const noSuchColleague = (): Problem =>
  unprocessable('no-such-colleague', 'Choose a clinician who has an account.', 'userId');

export const inTheFuture = (): Problem =>
  unprocessable('in-the-future', 'Give the time at which it happened, not a later one.', 'at');

export const noSuchTime = (): Problem =>
  unprocessable('no-such-time', 'Give a day and time that the clinic’s clock will show.', 'when');

export const inThePast = (): Problem =>
  unprocessable('in-the-past', 'Give a time that is still to come.', 'when');

export const unknownReason = (): Problem =>
  unprocessable('unknown-reason', 'Choose a reason from the list of this decision.', 'reason');

export const noteNeeded = (): Problem => unprocessable('note-needed', 'Say the reason in the note.', 'note');

export const noNoteHere = (): Problem =>
  unprocessable('no-note-here', 'The front desk logs that a call was made, not what was said.', 'note');
