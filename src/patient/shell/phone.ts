/** A link that dials: digits and a leading plus, nothing else. */
export const telLink = (phone: string): string => `tel:${phone.replace(/(?!^\+)\D/g, '')}`;
