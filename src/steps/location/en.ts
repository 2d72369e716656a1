export const questions = {
  location: { label: 'Which of our clinics is best for you?', short: 'Location' },
};

export const pages = { location: {} };
