import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Summary, summary as summarySchema } from '../../submission/staff-wire.ts';
import { ask } from '../api.ts';
import { moment, waited } from '../format.ts';
import { Trouble } from '../trouble.tsx';
import { AnswerList } from './answer-text.tsx';
import { Scores } from './scores.tsx';
import { SixLines } from './six-lines.tsx';
import { Trials } from './trials.tsx';

const languages = { en: 'English', es: 'Spanish' } as const;

/** Who this is, in one line: never in the title of the page or in its address. */
function Heading({ summary }: { readonly summary: Summary }) {
  const { heading } = summary;
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <header className="case-heading">
      <h1 ref={place} tabIndex={-1}>
        {heading.name}
        {heading.age !== null && <span className="figure"> {heading.age} y</span>}
      </h1>
      <ul className="case-facts">
        {heading.pronouns && <li>{heading.pronouns}</li>}
        <li>{languages[summary.language]}</li>
        {heading.interpreter && <li>asks for an interpreter</li>}
        <li>{heading.completedBy}</li>
        <li className="figure">{summary.reference}</li>
        <li>
          waiting <span className="figure">{waited(summary.receivedAt, new Date())}</span>
        </li>
      </ul>
      <p className="case-call">
        {heading.phone ? (
          <a className="button button-secondary" href={`tel:${heading.phone.replace(/[^\d+]/g, '')}`}>
            Call {heading.phone}
          </a>
        ) : (
          <span className="absent">No phone number given</span>
        )}
      </p>
    </header>
  );
}

function Trail({ trail }: { readonly trail: Summary['trail'] }) {
  if (trail.length === 0)
    return <p className="absent">No safety or contraindication answer was changed before sending.</p>;
  return (
    <ul className="trail">
      {trail.map((entry) => (
        <li key={`${entry.label}${entry.at}`}>
          <time dateTime={entry.at}>{moment(entry.at)}</time> {entry.label}: was “{entry.from}”, now “{entry.to}”
        </li>
      ))}
    </ul>
  );
}

function Case({ summary }: { readonly summary: Summary }) {
  return (
    <article className="case">
      <Heading summary={summary} />
      <h2 className="visually-hidden">In thirty seconds</h2>
      <SixLines summary={summary} />
      <section>
        <h2>Scores</h2>
        <Scores scores={summary.scores} />
      </section>
      <section>
        <h2>Treatments tried</h2>
        <Trials trials={summary.trials} />
      </section>
      <section>
        <h2>Answers changed before sending</h2>
        <Trail trail={summary.trail} />
      </section>
      <section>
        <h2>All answers</h2>
        {summary.sections.map((section) => (
          <section key={section.id} className="answers-section">
            <h3>{section.title}</h3>
            <AnswerList lines={section.answers} />
          </section>
        ))}
      </section>
      <footer className="case-foot">
        Received {moment(summary.receivedAt)} · form {summary.formVersion} · rules {summary.rulesVersion} ·
        reported by the patient, not verified
      </footer>
    </article>
  );
}

export function SummaryPage({ id }: { readonly id: string }) {
  const found = useQuery({
    queryKey: ['submission', id],
    queryFn: () => ask(summarySchema, `/api/staff/submissions/${id}`),
  });
  if (found.isPending) return <p role="status">Opening…</p>;
  if (found.isError) return <Trouble error={found.error} retry={found.refetch} />;
  return <Case summary={found.data} />;
}
