import { useState } from 'react';

const two = (n: number) => String(n).padStart(2, '0');

/** As the browser's own field holds it, in the time of this computer. */
const localText = (at: Date) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** A moment out of a form; `null` where none was given. */
export const instantIn = (form: FormData, name: string): string | null => {
  const at = new Date(String(form.get(name) ?? ''));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

/** When it happened: now, unless somebody says otherwise. Or when it shall: `start` is what the field shows at first. */
export function TimeField({
  label,
  name,
  isNow = false,
  start: given = '',
  error,
}: {
  readonly label: string;
  readonly name: string;
  readonly isNow?: boolean;
  readonly start?: string | undefined;
  readonly error?: string | undefined;
}) {
  const [start] = useState(() => (isNow ? localText(new Date()) : given));
  return (
    <label className="work-time">
      <span>{label}</span>
      {error !== undefined && <span className="work-error">{error}</span>}
      <input type="datetime-local" name={name} className="input" defaultValue={start} />
    </label>
  );
}
