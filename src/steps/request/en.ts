export const questions = {
  requestKind: {
    label: 'What would you like to ask for?',
    short: 'Request',
    options: {
      appointment: 'A visit at the clinic',
      consultation: 'A talk first, to ask questions',
      unsure: 'I’m not sure',
    },
  },
  preferredTimes: {
    label: 'Which times are good for you?',
    short: 'Preferred times',
    options: {
      weekdayMorning: 'Weekday mornings',
      weekdayAfternoon: 'Weekday afternoons',
      evening: 'Evenings',
      weekend: 'Weekends',
    },
  },
  contactMethod: {
    label: 'How should we get in touch?',
    short: 'Preferred contact',
    options: { phone: 'Call me', text: 'Text me', email: 'Email me' },
  },
};

export const pages = { request: { title: 'What you would like next' } };
