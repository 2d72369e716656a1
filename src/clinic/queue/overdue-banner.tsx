import type { Overdue } from '../../submission/staff-wire.ts';
import { timeOfDay } from '../format.ts';
import { linkTo, type QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { useNow } from '../shell/now.ts';

const AGAIN_MS = 15 * 60_000;

const waiting = ({ many, isOpen }: Overdue): string => {
  const who = many === 1 ? 'one person' : `${many} people`;
  const [waits, has, it] = many === 1 ? ['waits', 'has', 'it'] : ['wait', 'have', 'them'];
  return isOpen
    ? `${who[0]?.toUpperCase()}${who.slice(1)} ${has} waited past the limit for a safety call, and nobody has taken ${it}.`
    : `Outside open hours: ${who} ${waits} for a safety call, and nobody has taken ${it}.`;
};

const told = ({ tells, toldAt, isOpen }: Overdue, timeZone: string | undefined): string => {
  if (toldAt !== null && tells)
    return `The person on call was last told at ${timeOfDay(new Date(toldAt), timeZone)}.`;
  if (!tells) return 'Nobody is set to be told when no one takes a call (safety.escalateTo).';
  return isOpen ? '' : 'The person on call is being told.';
};

/** Stands until somebody takes them; said aloud when it comes, and every quarter of an hour. */
export function OverdueBanner({
  overdue,
  place,
}: {
  readonly overdue: Overdue | undefined;
  readonly place: QueuePlace;
}) {
  const timeZone = useClinic()?.timeZone;
  const quarter = Math.floor(useNow().getTime() / AGAIN_MS);
  if (!overdue || overdue.many === 0) return null;
  return (
    <aside className="overdue" aria-label="Nobody has called yet">
      <p role="alert" key={quarter}>
        {waiting(overdue)} {told(overdue, timeZone)}
      </p>
      <a {...linkTo({ ...place, view: 'safety', open: undefined, filters: {} })}>Show Safety now</a>
    </aside>
  );
}
