import type { ChangeEvent, FocusEvent, RefCallback } from 'react';

/** The wiring of a native input: its name alone, or what react-hook-form's `register` returns. */
export interface Control {
  readonly name: string;
  readonly ref?: RefCallback<HTMLInputElement | HTMLTextAreaElement>;
  readonly onChange?: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => unknown;
  readonly onBlur?: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => unknown;
}

/** The ids that describe a control, for `aria-describedby`; none gives no attribute. */
export const describedBy = (...ids: readonly (string | false | undefined)[]) => {
  const present = ids.filter(Boolean);
  return present.length > 0 ? { 'aria-describedby': present.join(' ') } : {};
};
