/** The note of a panel; `null` where nothing is written. */
export const noteIn = (form: FormData): string | null => String(form.get('note') ?? '').trim() || null;
