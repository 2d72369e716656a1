import type { Response } from '../../questions/values.ts';

/** The words of the medicine lists, loaded with them. */
type Responses = Readonly<Record<Response, { readonly text: string; readonly hint?: string }>>;

export const listsEn = {
  add: 'Add a medicine',
  done: 'Done with {name}',
  change: 'Change',
  remove: 'Remove',
  removed: '{name} is off the list.',
  undo: 'Undo',
  undoName: 'put {name} back on the list',
  added: '{name} is on the list.',
  notListed: 'Not on our list. That is fine.',
  yourList: 'Your list',
  search: {
    hint: 'Type the first letters, then pick from the list. Brand names work too.',
    listLabel: 'Medicine names',
    keep: 'Add “{typed}” as I typed it',
    matches: {
      one: '{n} name found. Use the down arrow to read it.',
      other: '{n} names found. Use the down arrow to read them.',
    },
    add: 'Add',
  },
  medication: {
    label: 'Name of the medicine',
    another: 'Name of another medicine',
    dose: 'Dose',
    doseHint: 'For example, 20 mg. Leave it blank if you don’t know.',
    howOften: 'How often you take it',
    howOftenHint: 'For example, once a day.',
    none: 'I take no medicines right now',
  },
  trial: {
    label: 'Name of the antidepressant',
    another: 'Name of another antidepressant',
    none: 'I have not taken any antidepressant',
    doseMg: 'Highest dose a day',
    weeks: 'How long you took that dose',
    mostDays: 'Did you take it on most days?',
    currentEpisode: 'Was it during this spell of depression?',
    response: 'How much did it help?',
    more: 'More, if you remember',
    stoppedBecause: 'Why you stopped',
    stoppedHint: 'Leave it blank if you still take it.',
    startedOn: 'When you started',
    endedOn: 'When you stopped',
    dateHint: 'A year, or a month and a year.',
    prescriber: 'Who prescribed it',
  },
  augmentation: {
    label: 'Name of the medicine',
    another: 'Name of another medicine',
    none: 'No other medicine was added',
    weeks: 'How long you took it',
  },
  units: { mg: 'mg', weeks: 'weeks' },
  /** How much it helped, with the share of improvement that each stands for. */
  responses: {
    none: { text: 'Not at all or a little', hint: '0–24 % better' },
    some: { text: 'Some', hint: '25–49 % better' },
    good: { text: 'A lot', hint: '50–74 % better' },
    remission: { text: 'Almost fully', hint: '75 % better or more' },
    lostEffect: { text: 'At first, then it wore off' },
    unsure: { text: 'I’m not sure' },
  } satisfies Responses,
  treatment: {
    when: 'When was that?',
    whenHint: 'A year, or a month and a year. A guess is fine.',
    sessions: 'About how many sessions?',
    response: 'How much did it help?',
  },
  summary: {
    dose: '{n} mg a day',
    weeks: { one: '{n} week', other: '{n} weeks' },
    nothingYet: 'No details yet. That is fine.',
  },
};

export type ListWords = typeof listsEn;
