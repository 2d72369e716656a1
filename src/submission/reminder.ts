/** From its minute on, until somebody removes it or closes the case. */
export const isReminderDue = (at: string, now: Date): boolean => now.getTime() >= Date.parse(at);
