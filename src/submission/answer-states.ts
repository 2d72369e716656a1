/** Not answered, declined, not sure and no are four different things, everywhere. */
export const answerStates = ['answered', 'declined', 'unsure', 'blank'] as const;
