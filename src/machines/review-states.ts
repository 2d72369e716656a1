/** Where a case stands for the clinic. */
export const reviewStates = ['new', 'claimed', 'waiting', 'ready', 'closed'] as const;
export type ReviewState = (typeof reviewStates)[number];
