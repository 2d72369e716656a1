import { Button } from '../ui/blocks/button.tsx';
import { type Refusal, refusalBehind } from './api.ts';
import { PageHeading } from './shell/heading.tsx';

/** What happened and what to do next, in one or two sentences. */
export function troubleWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'signedOut':
      return 'Your session has ended. Sign in to go on where you were.';
    case 'notFound':
      return 'There is nothing here. The address may be incomplete, or what stood here has been moved.';
    case 'unreachable':
      return 'The server did not answer. Check the connection, then try again.';
    case 'unreadable':
      return 'The portal was changed on the server since this page was loaded. Load the page again.';
    case 'refused':
      return refusal.retryAfterSeconds === undefined
        ? refusal.detail
        : `${refusal.title}. Wait ${waitWords(refusal.retryAfterSeconds)}, then try again.`;
  }
}

const waitWords = (seconds: number): string => {
  if (seconds <= 90) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

interface Props {
  /** What could not be done: "The queue could not be loaded". */
  readonly title: string;
  readonly error: Error;
  readonly retry: () => void;
  /** Where it stands for the whole page that was asked for. */
  readonly takesFocus?: boolean;
}

/** In place of what could not be shown, with the way to try again. */
export function Trouble({ title, error, retry, takesFocus = false }: Props) {
  const refusal = refusalBehind(error);
  const isOld = refusal.kind === 'unreadable';
  return (
    <div className="trouble" role="alert">
      {takesFocus ? <PageHeading page={title}>{title}</PageHeading> : <h2>{title}</h2>}
      <p>{troubleWords(refusal)}</p>
      {refusal.kind === 'refused' && <p className="muted small">Request {refusal.requestId}</p>}
      {refusal.kind !== 'notFound' && (
        <Button look="secondary" onClick={() => (isOld ? location.reload() : retry())}>
          {isOld ? 'Load the page again' : 'Try again'}
        </Button>
      )}
    </div>
  );
}
