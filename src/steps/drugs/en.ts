export const questions = {
  /** The single drug question, verbatim (Smith 2010; LOINC 68524-8). Not to be reworded. */
  drugUse: {
    label:
      'How many times in the past year have you used an illegal drug or used a prescription medication for non-medical reasons (for example, because of the experience or feeling it caused)?',
    hint: '{cannabisNote}',
    why: 'Some drugs and these medicines do not mix safely. Honest answers keep you safe. They do not cancel your request. This is private medical information.',
    short: 'Drug use, past year',
    options: {
      never: 'Never',
      onceTwice: 'Once or twice',
      monthly: 'Monthly',
      weekly: 'Weekly',
      daily: 'Daily or almost daily',
      unsure: 'I’m not sure',
      declined: 'Prefer not to say',
    },
  },
  drugsUsed: {
    label: 'Which drugs have you used in the past year?',
    hint: 'List what you have used. You can leave this blank.',
    why: 'Each drug acts in its own way. It helps us plan safe care.',
    short: 'Drugs used, past year',
  },
};

export const cannabisNotes = {
  counts: 'Count cannabis (marijuana) too, even where it is legal.',
  doesNotCount: 'Do not count cannabis (marijuana) here.',
};

export const pages = { drugs: { title: 'Drugs in the past year' } };
