import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type Queue, queue as queueSchema, type Session, type View, views } from '../submission/staff-wire.ts';
import { ask } from './api.ts';
import { QueueList } from './queue/queue-list.tsx';
import { goTo, type Place, urlOf } from './router.ts';
import { AlertPage } from './summary/alert-page.tsx';
import { SummaryPage } from './summary/summary-page.tsx';
import { Trouble } from './trouble.tsx';

const viewNames: Readonly<Record<View, string>> = {
  safety: 'Safety now',
  new: 'New',
  mine: 'Mine',
  waiting: 'Waiting on patient',
  ready: 'Ready to book',
  closed: 'Closed',
};

const SECONDS_BETWEEN_LOOKS = 10;

type QueuePlace = Extract<Place, { page: 'queue' }>;

/** The clock of the list: waiting times move while nobody touches the page. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Views({ place, counts }: { readonly place: QueuePlace; readonly counts: Queue['counts'] | undefined }) {
  return (
    <nav className="views" aria-label="Views of the queue">
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a
              href={urlOf({ ...place, view, open: undefined })}
              aria-current={view === place.view ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                goTo({ ...place, view, open: undefined });
              }}
            >
              {viewNames[view]} <span className="count figure">{counts?.[view] ?? '–'}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says aloud when somebody new waits for a safety call; never moves the focus. */
function SafetyNews({ count }: { readonly count: number | undefined }) {
  return (
    <p className="visually-hidden" role="status">
      {count ? `${count} waiting for a safety call` : ''}
    </p>
  );
}

function Opened({ place }: { readonly place: QueuePlace }): ReactNode {
  if (!place.open) return <p className="absent pane-empty">Select somebody from the list.</p>;
  return place.open.kind === 'alert' ? (
    <AlertPage key={place.open.id} id={place.open.id} />
  ) : (
    <SummaryPage key={place.open.id} id={place.open.id} />
  );
}

export function Portal({
  place,
  session,
  signOut,
}: {
  readonly place: QueuePlace;
  readonly session: Session;
  readonly signOut: () => void;
}) {
  const now = useMinute();
  const found = useQuery({
    queryKey: ['queue', place.view],
    queryFn: () => ask(queueSchema, `/api/staff/queue?view=${place.view}`),
    refetchInterval: SECONDS_BETWEEN_LOOKS * 1000,
    placeholderData: (last) => last,
  });
  return (
    <div className={place.open ? 'portal portal-open' : 'portal'}>
      <a className="skip-link" href="#main">
        Skip to the opened case
      </a>
      <header className="portal-header">
        <p className="portal-name">Clinic portal</p>
        <Views place={place} counts={found.data?.counts} />
        <p className="portal-user">
          <span>{session.name}</span>
          <button type="button" className="button button-plain" onClick={signOut}>
            Sign out
          </button>
        </p>
      </header>
      <SafetyNews count={found.data?.counts.safety} />
      <section className="list-pane" aria-labelledby="list-title">
        <h2 id="list-title">{viewNames[place.view]}</h2>
        {found.isPending && <p role="status">Loading the queue…</p>}
        {found.isError && <Trouble error={found.error} retry={found.refetch} />}
        {found.data && <QueueList items={found.data.items} view={place.view} open={place.open} now={now} />}
      </section>
      <main id="main" className="case-pane" tabIndex={-1}>
        {place.open && (
          <a
            className="back-to-list"
            href={urlOf({ ...place, open: undefined })}
            onClick={(event) => {
              event.preventDefault();
              goTo({ ...place, open: undefined });
            }}
          >
            Back to {viewNames[place.view]}
          </a>
        )}
        <Opened place={place} />
      </main>
    </div>
  );
}
