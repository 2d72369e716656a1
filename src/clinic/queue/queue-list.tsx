import type { MouseEvent } from 'react';
import type { QueueItem, View } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { interestText, waited } from '../format.ts';
import { goTo, type Open, urlOf } from '../router.ts';

const levels = {
  urgent: { tone: 'safety', words: 'Safety: now' },
  sameDay: { tone: 'safety', words: 'Safety: today' },
} as const;

/** A plain click goes there without a reload; a click with a key (new tab, save) stays the browser's. */
const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function Row({
  item,
  view,
  isOpen,
  now,
}: {
  readonly item: QueueItem;
  readonly view: View;
  readonly isOpen: boolean;
  readonly now: Date;
}) {
  const place = { page: 'queue', view, open: { kind: item.kind, id: item.id } } as const;
  return (
    <a
      className={`row row-${item.level}`}
      href={urlOf(place)}
      aria-current={isOpen ? 'true' : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goTo(place);
      }}
    >
      <span className="row-name">
        {item.name}
        {item.age !== null && <span className="figure"> {item.age}</span>}
      </span>
      <span className="row-wait figure">{waited(item.since, now)}</span>
      <span className="row-facts">
        {item.kind === 'alert' ? 'Form not sent yet' : interestText(item.interest)}
        {item.phq9 !== null && (
          <>
            {' · PHQ-9 '}
            <span className="figure">{item.phq9}</span>
          </>
        )}
        {item.language === 'es' && ' · Spanish'}
        {item.location !== null && ` · ${item.location}`}
      </span>
      <span className="row-chips">
        {item.level !== 'none' && <Chip tone={levels[item.level].tone}>{levels[item.level].words}</Chip>}
        {item.chips.map((chip) => (
          <Chip key={chip.text} tone={chip.tone}>
            {chip.text}
          </Chip>
        ))}
      </span>
    </a>
  );
}

const emptyWords: Readonly<Record<View, string>> = {
  safety: 'Nobody is waiting for a safety call.',
  new: 'No new submission. New ones appear here by themselves.',
  mine: 'Nothing is assigned to you.',
  waiting: 'No patient has been asked for more.',
  ready: 'Nobody is ready to be booked.',
  closed: 'No case has been closed yet.',
};

export function QueueList({
  items,
  view,
  open,
  now,
}: {
  readonly items: readonly QueueItem[];
  readonly view: View;
  readonly open: Open | undefined;
  readonly now: Date;
}) {
  if (items.length === 0) return <p className="absent queue-empty">{emptyWords[view]}</p>;
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.id}>
          <Row item={item} view={view} isOpen={open?.id === item.id} now={now} />
        </li>
      ))}
    </ul>
  );
}
