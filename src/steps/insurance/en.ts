export const questions = {
  insurer: { label: 'Name of your health plan', short: 'Insurer' },
  memberId: { label: 'Member ID', hint: 'It is on your card.', short: 'Member ID' },
  policyHolder: {
    label: 'Whose name is the plan in?',
    hint: 'Leave it blank if it is yours.',
    short: 'Policy holder',
  },
};

export const pages = {
  insurance: { title: 'Your health plan', intro: 'If you have no health plan, go on to the next page.' },
};
