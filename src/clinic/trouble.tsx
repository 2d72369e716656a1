import { RefusedError } from './api.ts';

const words = {
  signedOut: 'You have been signed out. Sign in again to go on where you were.',
  notFound: 'This case is not here. It may have been moved, or the address may be incomplete.',
  unreachable: 'The server did not answer. Check the connection, then try again.',
} as const;

const wordsFor = (error: Error): string => {
  if (!(error instanceof RefusedError)) return 'The answer of the server could not be read. Try again.';
  return error.refusal.kind === 'refused' ? error.refusal.detail : words[error.refusal.kind];
};

/** What went wrong and what to do next, with a way to do it. */
export function Trouble({ error, retry }: { readonly error: Error; readonly retry: () => unknown }) {
  return (
    <div className="trouble" role="alert">
      <p>{wordsFor(error)}</p>
      <button type="button" className="button button-secondary" onClick={() => retry()}>
        Try again
      </button>
    </div>
  );
}
