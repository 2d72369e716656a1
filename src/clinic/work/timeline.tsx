import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { Trouble } from '../trouble.tsx';
import { runsOf } from './runs.ts';
import { told } from './words.ts';
import { useWorking } from './working.tsx';

/** Everything that happened to the case and was done with it, looks included, the last first. */
export function Timeline() {
  const timeZone = useClinic()?.timeZone;
  const working = useWorking();
  if (!working) return null;
  const { work, error, readAgain } = working;
  return (
    <section className="case-section" aria-labelledby="timeline-title">
      <h2 id="timeline-title">Timeline</h2>
      {!work && !error && (
        <p className="absent" role="status">
          Reading the timeline…
        </p>
      )}
      {!work && error && <Trouble title="The timeline could not be read" error={error} retry={readAgain} />}
      {work && (
        <ol className="timeline">
          {runsOf(work.timeline).map(({ entry, times, since }) => {
            const { words, more } = told(entry, (iso) => moment(iso, timeZone));
            return (
              <li key={entry.id} className={entry.kind === 'viewed' ? 'is-look' : undefined}>
                <time dateTime={entry.at}>{moment(entry.at, timeZone)}</time>
                <span>
                  {entry.by && <strong>{entry.by.name}: </strong>}
                  {words}
                  {times > 1 && ` (${times} times since ${moment(since, timeZone)})`}
                  {more && <span className="timeline-more">{more}</span>}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
