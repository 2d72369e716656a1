export const questions = {
  firstName: { label: 'First name', short: 'First name' },
  lastName: { label: 'Last name', hint: 'All of your last names.', short: 'Last name' },
  preferredName: { label: 'Name you go by', hint: 'If it is not your first name.', short: 'Goes by' },
  pronouns: { label: 'Your pronouns', hint: 'For example: she, he, they.', short: 'Pronouns' },
};

export const pages = { name: { title: 'Your name' } };
