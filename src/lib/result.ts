/** Either a value, or the reason there is none. Parsers at the edge return it, so nothing has to be thrown. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A value there is. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
/** Why there is none. */
export const failed = <E>(error: E): Result<never, E> => ({ ok: false, error });
