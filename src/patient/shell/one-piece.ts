/** A link that dials: digits and a leading plus, nothing else. */
export const telLink = (phone: string): string => `tel:${phone.replace(/(?!^\+)\D/g, '')}`;

/** `855-CRISIS-1`, or an example of a code, is not broken across two lines at its hyphens. */
export const unbroken = (text: string): string => text.replaceAll('-', '-\u2060');

/** A phone number or a date is not broken across two lines at its spaces. */
export const inOnePiece = (text: string): string => text.replaceAll(' ', '\u00a0');
