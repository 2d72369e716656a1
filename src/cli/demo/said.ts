import type { Answers } from '../../steps/catalog.ts';

/** What staff of the demonstration write. Of nobody who ever lived. */
type Texts = readonly [string, ...string[]];

export const notes: Texts = [
  'Reviewed the intake. Nothing on the label list; blood pressure to be measured here.',
  'Asked about a ride home: a sister can drive on weekdays after three.',
  'Prefers mornings. Works nights, please do not call before ten.',
  'Pharmacy confirmed the dose and the fill dates of the last two trials.',
  'Therapist is willing to send a letter; release form mailed.',
  'Talked through what a visit looks like. Wants to think it over with family.',
  'Insurance card received. Prior authorization to be started after the consultation.',
  'Asked for an interpreter at the first visit.',
  'Records of the earlier TMS course requested from the other clinic.',
  'Home readings over a week sent by e-mail; will bring the cuff.',
  'Sleeps four hours a night at present, says the form understates it.',
  'Discussed with the medical director at the morning huddle.',
];

export const callNotes: Texts = [
  'Friendly, short on time. Agreed on a longer call at the visit.',
  'Confirmed the medicines one by one.',
  'Will send the names of earlier doctors tonight.',
  'Has a ride, and can stay two hours.',
  'Understands that this is a first talk and not yet a treatment.',
  'Partner was on the call too, with the patient’s consent.',
];

export const safetyNotes: Texts = [
  'At home with a friend. Thoughts come in the evening, no plan, no means at hand. Has 988 saved.',
  'Safety plan written together and read back. Therapist informed with consent; visit there tomorrow.',
  'Calm on the phone. The answers describe last month; this week is better.',
  'Medicines are with a relative. Agreed on a call tomorrow at ten.',
  'Long talk. Agreed on who to call at night and on coming in this week.',
];

/** The outcome is not known yet. */
export const triedNotes: Texts = [
  'No answer, will try again within the quarter of an hour.',
  'Rang out twice. Trying the emergency contact next.',
];

interface Question {
  readonly text: string;
  readonly reply: string;
  readonly keys: readonly (keyof Answers)[];
  readonly answers: Answers;
}

export const questions: readonly [Question, ...Question[]] = [
  {
    text: 'Which dose of the last antidepressant did you take, and from when to when?',
    reply: 'I was on the full dose from March to the end of June, then my doctor stopped it.',
    keys: [],
    answers: {},
  },
  {
    text: 'Could you measure your blood pressure once more, sitting, after five quiet minutes?',
    reply: 'Measured it at the pharmacy this morning.',
    keys: ['sbp', 'dbp'],
    answers: { sbp: 132, dbp: 84 },
  },
  {
    text: 'Is there somebody who can bring you home after a visit?',
    reply: 'Yes, my neighbor can, on Tuesdays and Thursdays.',
    keys: ['ride'],
    answers: { ride: 'yes' },
  },
  {
    text: 'Could you come twice a week for the first four weeks?',
    reply: 'I asked at work and it is possible now.',
    keys: ['twiceWeekly'],
    answers: { twiceWeekly: 'yes' },
  },
  {
    text: 'Who treated you before, and may we ask them for your records?',
    reply: 'Dr. Example at the county clinic. You may ask them.',
    keys: [],
    answers: {},
  },
];

export const decisionNotes: Texts = [
  'Agreed with the patient on the phone.',
  'Discussed in the team; the patient was told and agrees.',
  'Letter sent with the names of two other places.',
  'May write again when this has changed.',
  'As talked about with the medical director.',
];
