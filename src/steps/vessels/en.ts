export const questions = {
  aneurysm: {
    label: 'Have you ever been told that you have an aneurysm?',
    hint: 'A weak, bulging spot in a blood vessel. It can be in the brain, chest, belly, arms or legs.',
    short: 'Aneurysm',
  },
  avm: {
    label: 'Have you ever been told that you have an AVM?',
    hint: 'AVM stands for arteriovenous malformation: an abnormal tangle of blood vessels, in the brain or elsewhere.',
    short: 'Arteriovenous malformation (AVM)',
  },
  brainBleed: {
    label: 'Have you ever had bleeding in or around the brain?',
    hint: 'From any cause, such as a burst blood vessel or a fall.',
    short: 'Bleeding in or around the brain',
  },
};

export const pages = {
  vessels: {
    title: 'Your blood vessels',
    why: 'These medicines can raise blood pressure and heart rate for a few hours. For some blood vessel problems that can be dangerous.',
  },
};
