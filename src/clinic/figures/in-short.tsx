import type { Figures } from '../../submission/figures-wire.ts';
import { duration } from '../format.ts';
import { halfAndMost, many, safetyText, stillText } from './words.ts';

/** The whole period in four sentences, before any picture. */
export function InShort({ shown: { weeks, whole } }: { readonly shown: Figures }) {
  const { received, read, decided, safety } = whole;
  const lines = [
    {
      name: 'Received',
      figure: received.toLocaleString('en-US'),
      text: `${many(received, 'form')} in ${weeks.length} weeks, about ${Math.round(received / weeks.length)} a week.`,
    },
    {
      name: 'Time to first read',
      figure: read === null ? '–' : duration(read.median),
      text: `${halfAndMost('read', read)} ${stillText(received, read, 'not read yet')}`,
    },
    {
      name: 'Time to decision',
      figure: decided === null ? '–' : duration(decided.median),
      text: `${halfAndMost('decided', decided)} ${stillText(received, decided, 'not decided yet')}`,
    },
    {
      name: 'People to be called',
      figure: String(safety.items),
      text: safetyText(safety),
    },
  ];
  return (
    <section className="figure-part" aria-labelledby="in-short">
      <h2 id="in-short">The last {weeks.length} weeks in short</h2>
      <p className="visually-hidden" role="status">
        Showing {weeks.length} weeks
      </p>
      <dl className="in-short">
        {lines.map(({ name, figure, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="in-short-figure">{figure}</dd>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
