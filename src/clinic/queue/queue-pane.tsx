import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { BY_STAFF } from '../../submission/by-staff.ts';
import type { View } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { timeOfDay } from '../format.ts';
import { Keys } from '../keys/keys.tsx';
import type { QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { useNow } from '../shell/now.ts';
import { viewNames } from '../shell/views.tsx';
import { Trouble } from '../trouble.tsx';
import { FoundList } from './found-list.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { rowId } from './row-link.tsx';
import { SearchBox } from './search-box.tsx';
import type { Counts, LiveQueue } from './use-queue.ts';
import type { Search } from './use-search.ts';

/** Says aloud when more people wait than before; never moves the focus. */
function News({ counts }: { readonly counts: Counts | undefined }) {
  const last = useRef(counts);
  const [news, setNews] = useState('');
  useEffect(() => {
    const before = last.current;
    last.current = counts;
    if (!counts || !before) return;
    if (counts.safety > before.safety) setNews(`New in Safety now: ${counts.safety} waiting.`);
    else if (counts.new > before.new) setNews(`New submission: ${counts.new} in New.`);
  }, [counts]);
  return (
    <p className="visually-hidden" role="status">
      {news}
    </p>
  );
}

/** A list that stopped moving must not look like one where nothing happens. */
function Freshness({ isStale, seenAt }: { readonly isStale: boolean; readonly seenAt: Date }) {
  const seen = timeOfDay(seenAt, useClinic()?.timeZone);
  return (
    <p className={isStale ? 'freshness is-stale' : 'freshness'} role="status">
      {isStale && `Not up to date: the server last answered at ${seen}. Trying again every few seconds.`}
    </p>
  );
}

interface Empty {
  readonly words: string;
  readonly more: string;
}

const empty: Readonly<Record<View, Empty>> = {
  safety: {
    words: 'Nobody is waiting for a safety call.',
    more: 'Alerts and urgent answers appear here by themselves.',
  },
  new: { words: 'No new submission.', more: 'New ones appear here by themselves.' },
  mine: { words: 'Nothing is assigned to you.', more: 'Open a case and press a to take it.' },
  waiting: {
    words: 'No patient has been asked for more.',
    more: 'Whoever was asked for more, or for records, appears here.',
  },
  ready: { words: 'Nobody is ready to be booked.', more: 'A decision to book brings a case here.' },
  closed: {
    words: 'No case has been closed.',
    more: 'Cases come here when they are booked or closed by a decision.',
  },
};

const NothingHere = ({ view }: { readonly view: View }) => (
  <div className="queue-empty">
    <p>{empty[view].words}</p>
    <p className="muted">{empty[view].more}</p>
  </div>
);

/** Who opens a view is at its heading; who comes back from a case, at its row. An open case takes the focus itself. */
function useFocus({ view, open }: QueuePlace) {
  const heading = useRef<HTMLHeadingElement>(null);
  const lastOpen = useRef<string>(undefined);
  const openId = open?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the view changes, and only then
  useLayoutEffect(() => {
    const before = lastOpen.current;
    lastOpen.current = openId;
    if (openId !== undefined) return;
    const row = before === undefined ? null : document.getElementById(rowId(before));
    (row ?? heading.current)?.focus();
  }, [view, openId]);
  return heading;
}

interface Props<Item, Found> {
  readonly place: QueuePlace;
  readonly queue: LiveQueue<Item>;
  readonly row: (item: Item, now: Date) => ReactNode;
  readonly search: Search<Found>;
  readonly foundRow: (item: Found, now: Date) => ReactNode;
  /** Whether it can be narrowed by the treatment. */
  readonly byTreatment: boolean;
}

/** Who waits in this view; or, while somebody is looked for, who was found. */
export function QueuePane<Item extends { readonly id: string }, Found extends { readonly id: string }>({
  place,
  queue,
  row,
  search,
  foundRow,
  byTreatment,
}: Props<Item, Found>) {
  const now = useNow();
  const heading = useFocus(place);
  const Heading = place.open ? 'h2' : 'h1';
  const isSearching = search.term !== '';
  return (
    <section className="list-pane" id="list" aria-labelledby="list-title" tabIndex={-1}>
      <Heading id="list-title" ref={heading} tabIndex={-1}>
        {isSearching ? 'Search' : viewNames[place.view]}
      </Heading>
      <SearchBox search={search} />
      <div className="list-tools">
        {/* In a tab of its own, with "I work at the clinic" chosen. */}
        <a href={BY_STAFF} target="_blank" rel="noopener">
          Start for someone on the phone
        </a>
        <Keys />
      </div>
      {!isSearching && <QueueFilters place={place} byTreatment={byTreatment} />}
      <News counts={queue.counts} />
      {isSearching ? (
        <FoundList search={search} row={(item) => foundRow(item, now)} />
      ) : (
        <Waiting view={place.view} queue={queue} row={(item) => row(item, now)} />
      )}
    </section>
  );
}

function Waiting<Item extends { readonly id: string }>({
  view,
  queue,
  row,
}: {
  readonly view: View;
  readonly queue: LiveQueue<Item>;
  readonly row: (item: Item) => ReactNode;
}) {
  const { items, error, showMore } = queue;
  return (
    <>
      {!items && !error && (
        <p className="loading" role="status">
          Loading the queue…
        </p>
      )}
      {!items && error && (
        <Trouble title="The queue could not be loaded" error={error} retry={queue.lookAgain} />
      )}
      {items && <Freshness isStale={error !== null} seenAt={queue.seenAt} />}
      {items?.length === 0 && <NothingHere view={view} />}
      {items && items.length > 0 && (
        <ol className="rows">
          {items.map((item) => (
            <li key={item.id}>{row(item)}</li>
          ))}
        </ol>
      )}
      {showMore && (
        <p className="more-rows">
          <Button look="secondary" onClick={showMore}>
            Show more
          </Button>
        </p>
      )}
    </>
  );
}
