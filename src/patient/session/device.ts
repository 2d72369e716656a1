/** Whose phone or computer it is decides where answers may be kept. */
export const devices = ['own', 'shared'] as const;
export type Device = (typeof devices)[number];
