const why =
  'Many people come to us after hard events. It helps us plan your care. We do not ask what happened.';
const stem = 'In the past month, have you…';

export const questions = {
  traumaEver: {
    label: 'Have you ever experienced this kind of event?',
    short: 'Traumatic event ever',
  },
  pcptsd5: {
    label: stem,
    short: 'PC-PTSD-5 (after trauma, past month)',
    items: [
      'Had nightmares about the event(s) or thought about the event(s) when you did not want to?',
      'Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
      'Been constantly on guard, watchful, or easily startled?',
      'Felt numb or detached from people, activities, or your surroundings?',
      'Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
    ],
    scale: ['Yes', 'No'],
  },
};

export const pages = {
  trauma: {
    title: 'Hard things that happen',
    intro:
      'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example: a serious accident or fire; a physical or sexual assault or abuse; an earthquake or flood; a war; seeing someone be killed or seriously injured; having a loved one die through homicide or suicide.',
    why,
  },
  ptsdMemories: { title: 'Memories', intro: stem, why },
  ptsdFeelings: { title: 'Feelings since then', intro: stem, why },
};
