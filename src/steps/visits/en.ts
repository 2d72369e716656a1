export const questions = {
  ride: {
    label: 'Can someone take you home after each visit?',
    hint: 'You may not drive until the next day, after a good night’s sleep.',
    short: 'Ride home',
  },
  stay2h: { label: 'Can you stay at least 2 hours at each visit?', short: 'Can stay 2 hours' },
  twiceWeekly: { label: 'Can you come twice a week for 4 weeks?', short: 'Can come twice weekly' },
  rems: {
    label: 'Are you OK with signing up for the SPRAVATO safety program?',
    hint: 'SPRAVATO is given only to people in this program. It is called REMS.',
    short: 'Accepts REMS',
  },
};

export const pages = { visits: { title: 'Coming to the clinic' } };
