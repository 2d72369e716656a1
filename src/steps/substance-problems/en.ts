export const questions = {
  sudCurrent: {
    label: 'Is drug or alcohol use causing problems for you now?',
    hint: 'For example with your health, work, money or family.',
    why: 'Honest answers keep you safe. They do not cancel your request.',
    short: 'Drug or alcohol problem now',
  },
  sudPast: {
    label: 'Did drug or alcohol use cause problems for you in the past?',
    why: 'It helps us plan care that supports your recovery.',
    short: 'Drug or alcohol problem in the past',
  },
  ketamineMisuse: {
    label: 'Have you ever used ketamine without a prescription?',
    why: 'Using ketamine often can harm the bladder and the liver. We may check them.',
    short: 'Ketamine without a prescription',
  },
  opioidTreatment: {
    label: 'Are you in treatment for opioid use now?',
    hint: 'For example with methadone, buprenorphine (Suboxone) or naltrexone (Vivitrol).',
    why: 'Some of these medicines can make you sleepy. We want to plan around them.',
    short: 'Treatment for opioid use',
  },
};

export const pages = { substanceProblems: { title: 'Problems with drugs or alcohol' } };
