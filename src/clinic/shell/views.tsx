import { type View, views } from '../../submission/staff-wire.ts';
import type { Counts } from '../queue/use-queue.ts';
import { linkTo, type QueuePlace } from '../router.ts';

export const viewNames: Readonly<Record<View, string>> = {
  safety: 'Safety now',
  new: 'New',
  mine: 'Mine',
  waiting: 'Waiting on patient',
  ready: 'Ready to book',
  closed: 'Closed',
};

interface Props {
  readonly place: QueuePlace;
  readonly counts: Counts | undefined;
}

export function Views({ place, counts }: Props) {
  return (
    <nav className="views" aria-label="Views of the queue">
      <ul className="views-list">
        {views.map((view) => (
          <li key={view}>
            <a
              {...linkTo({ ...place, view, open: undefined })}
              className={view === 'safety' && counts?.safety ? 'view pressing' : 'view'}
              aria-current={view === place.view ? (place.open ? 'true' : 'page') : undefined}
            >
              <span className="view-name">{viewNames[view]}</span>{' '}
              <span className="view-count">{counts?.[view] ?? '–'}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
