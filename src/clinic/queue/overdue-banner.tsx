import { linkTo, type QueuePlace } from '../router.ts';
import { useNow } from '../shell/now.ts';

const AGAIN_MS = 15 * 60_000;

/** Stands until somebody takes them; said aloud when it comes, and every quarter of an hour. */
export function OverdueBanner({ many, place }: { readonly many: number; readonly place: QueuePlace }) {
  const quarter = Math.floor(useNow().getTime() / AGAIN_MS);
  if (many === 0) return null;
  return (
    <aside className="overdue" aria-label="Past its limit">
      <p role="alert" key={quarter}>
        {many === 1
          ? 'One person has waited past the limit for a safety call, and nobody has taken it.'
          : `${many} people have waited past the limit for a safety call, and nobody has taken them.`}
      </p>
      <a {...linkTo({ ...place, view: 'safety', open: undefined, filters: {} })}>Show Safety now</a>
    </aside>
  );
}
