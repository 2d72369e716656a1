/** AUDIT-C, verbatim (World Health Organization; LOINC 72109-2). Not to be reworded. */
export const questions = {
  auditc: {
    label: 'Alcohol in the past year',
    hint: 'One standard drink is 12 ounces of regular beer, 5 ounces of wine, or 1.5 ounces of liquor.',
    why: 'Alcohol and these medicines do not mix safely. Honest answers keep you safe. They do not cancel your request. This is private medical information.',
    short: 'AUDIT-C (alcohol, past year)',
    items: [
      'How often do you have a drink containing alcohol?',
      'How many standard drinks containing alcohol do you have on a typical day when drinking?',
      'How often do you have six or more drinks on one occasion?',
    ],
    scale: [],
  },
};

/** The answers of each item, in the order of their values 0 to 4. */
export const scales = [
  ['Never', 'Monthly or less', '2–4 times a month', '2–3 times a week', '4 or more times a week'],
  ['1 or 2', '3 or 4', '5 or 6', '7 to 9', '10 or more'],
  ['Never', 'Less than monthly', 'Monthly', 'Weekly', 'Daily or almost daily'],
];

export const pages = { alcohol: {} };
