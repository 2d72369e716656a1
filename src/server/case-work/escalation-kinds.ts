/** The messages that tell of somebody whom nobody has taken: to the person on call, and to the others. */
export const kindFor = { onCall: 'safety-item-on-call', clinic: 'safety-item-late' } as const;

export const escalationKinds = Object.values(kindFor);
