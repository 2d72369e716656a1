import type { FoundItem } from '../../submission/search-wire.ts';
import type { QueueItem } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { interestText, statusText } from '../format.ts';
import type { QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { locationName, RowLink } from './row-link.tsx';

interface Props {
  readonly item: QueueItem;
  /** Said of somebody who was found by a search: a view of the queue says it by itself. */
  readonly status?: FoundItem['status'];
  readonly place: QueuePlace;
  readonly now: Date;
}

/** A row as a clinician sees it, its facts in the order in which they are asked for. */
export function ClinicianRow({ item, status, place, now }: Props) {
  const clinic = useClinic();
  const facts = [
    status === undefined || item.kind === 'alert' ? undefined : statusText(status),
    item.kind === 'alert' ? 'Form not sent yet' : interestText(item.interest),
    item.phq9 === null ? undefined : `PHQ-9 ${item.phq9}`,
    item.language === 'es' ? 'Spanish' : undefined,
    item.interpreter ? 'interpreter' : undefined,
    locationName(item.location, clinic),
    item.assignee ?? undefined,
  ];
  const chips = item.chips.map(({ tone, text }) => (
    <Chip key={text} level={tone}>
      {text}
    </Chip>
  ));
  return (
    <RowLink
      item={item}
      level={item.level}
      isClosed={status === 'closed' || (status === undefined && place.view === 'closed')}
      age={item.age}
      facts={facts}
      chips={chips}
      place={place}
      now={now}
    />
  );
}
