import type { Overdue } from '../../submission/staff-wire.ts';
import { timeOfDay } from '../format.ts';
import { linkTo, type QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { useNow } from '../shell/now.ts';

const AGAIN_MS = 15 * 60_000;

const waiting = ({ many, isOpen }: Overdue): string => {
  const who = many === 1 ? 'One person' : `${many} people`;
  const [has, waits] = many === 1 ? ['has', 'waits'] : ['have', 'wait'];
  return isOpen
    ? `${who} ${has} waited past the limit for a safety call, and nobody has taken it.`
    : `Outside open hours: ${who.toLowerCase()} ${waits} for a safety call.`;
};

const told = ({ tells, toldAt, hasArrived, isOpen }: Overdue, timeZone: string | undefined): string => {
  if (!tells) return 'Nobody else is told: no mail or webhook is set up.';
  if (toldAt === null) return isOpen ? '' : 'The person on call is being told.';
  const at = timeOfDay(new Date(toldAt), timeZone);
  return hasArrived
    ? `The person on call was told at ${at}; nobody has taken it yet.`
    : `The message to the person on call, sent off at ${at}, has not arrived: phone them.`;
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
