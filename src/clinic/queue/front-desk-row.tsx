import type { FrontDeskItem } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { statusText } from '../format.ts';
import type { QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { locationName, RowLink } from './row-link.tsx';

/** Whether somebody must be called, and how soon: all that the front desk is told of safety. */
export function CallChip({ callNow }: Pick<FrontDeskItem, 'callNow'>) {
  if (!callNow) return null;
  return callNow.soon === 'now' ? (
    <Chip level="safety">Call now</Chip>
  ) : (
    <Chip level="review">Call today</Chip>
  );
}

interface Props {
  readonly item: FrontDeskItem;
  readonly place: QueuePlace;
  readonly now: Date;
}

export function FrontDeskRow({ item, place, now }: Props) {
  const clinic = useClinic();
  const { callNow } = item;
  const facts = [
    statusText(item.status),
    item.phone ?? undefined,
    callNow?.place ?? undefined,
    item.language === 'es' ? 'Spanish' : undefined,
    item.interpreter ? 'interpreter' : undefined,
    locationName(item.location, clinic),
  ];
  const level = callNow === null ? 'none' : callNow.soon === 'now' ? 'urgent' : 'sameDay';
  return (
    <RowLink
      item={item}
      level={level}
      isClosed={item.status === 'closed'}
      facts={facts}
      chips={<CallChip callNow={callNow} />}
      place={place}
      now={now}
    />
  );
}
