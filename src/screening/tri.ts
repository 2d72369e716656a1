/**
 * Three-valued logic: a rule finds something present, absent, or cannot tell. "Not sure", "Prefer not to say" and a
 * blank are never a no. Source: `docs/clinical-reference.md` 3.1.
 */
export type Tri = 'present' | 'absent' | 'unknown';

/**
 * The value of a yes-no answer. A question that was not shown has no answer: whether that means absent or unknown
 * is the rule's to say.
 *
 * @example tri('unsure') // 'unknown'
 */
export function tri(answer: unknown): Tri {
  if (answer === 'yes') return 'present';
  return answer === 'no' ? 'absent' : 'unknown';
}

/** What is certain either way. */
export const presentIf = (holds: boolean): Tri => (holds ? 'present' : 'absent');

/** Absent if any part is absent, else unknown if any is unknown, else present. */
export function and(...parts: readonly Tri[]): Tri {
  if (parts.includes('absent')) return 'absent';
  return parts.includes('unknown') ? 'unknown' : 'present';
}

/** Present if any part is present, else unknown if any is unknown, else absent. */
export function or(...parts: readonly Tri[]): Tri {
  if (parts.includes('present')) return 'present';
  return parts.includes('unknown') ? 'unknown' : 'absent';
}

/** The opposite. The opposite of unknown is unknown. */
export function not(part: Tri): Tri {
  if (part === 'unknown') return 'unknown';
  return part === 'present' ? 'absent' : 'present';
}

/**
 * A number known only as a range, against a cut: present if even its least reaches the cut, absent if not even its
 * most does.
 *
 * @example atLeast({ min: 7, max: 10 }, 8) // 'unknown'
 */
export function atLeast(range: { readonly min: number; readonly max: number }, cut: number): Tri {
  if (range.min >= cut) return 'present';
  return range.max < cut ? 'absent' : 'unknown';
}
