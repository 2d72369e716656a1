export const questions = {
  liver: {
    label: 'Do you have a liver problem?',
    hint: 'For example hepatitis, a fatty liver or cirrhosis (scars in the liver).',
    short: 'Liver problem',
  },
  liverSevere: {
    label: 'Were you told that your liver problem is severe?',
    short: 'Liver problem is severe',
  },
  dialysis: {
    label: 'Are you on kidney dialysis?',
    hint: 'Dialysis cleans your blood when the kidneys cannot.',
    short: 'Dialysis',
  },
  thyroid: {
    label: 'Do you have an overactive thyroid?',
    hint: 'It makes too much thyroid hormone. It can make the heart beat fast.',
    short: 'Overactive thyroid',
    options: {
      none: 'No',
      treated: 'Yes, and it is treated',
      untreated: 'Yes, and it is not treated',
      unsure: 'I’m not sure',
    },
  },
  bladder: {
    label: 'Do you have bladder pain or blood in your urine?',
    hint: 'Also say yes if you were told you have interstitial cystitis (a sore bladder).',
    short: 'Bladder pain or blood in urine',
  },
};

export const pages = {
  organs: {
    title: 'Your liver, kidneys, thyroid and bladder',
    why: 'The liver clears these medicines from the body. They can also affect the bladder and the heartbeat.',
  },
};
