import type { ReactNode } from 'react';
import { sectionNames } from '../../steps/step.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { answerRows, type Row } from './answer-rows.ts';
import { useIntake } from './intake.ts';

/** How an answer reads: skipped and declined are said as such, never as an empty space. */
function Answer({ row }: { readonly row: Row }) {
  const { check } = useWords();
  if (row.state === 'blank') return <dd className="state">{check.notAnswered}</dd>;
  if (row.state === 'declined') return <dd className="state">{row.text}</dd>;
  return <dd>{row.text || check.listNone}</dd>;
}

/** All answers by section, each with room for a link beside it. */
export function AnswerList({ beside }: { readonly beside?: (row: Row) => ReactNode }) {
  const { locale } = useSurroundings();
  const { locations, instrument } = useClinic();
  const { draft, walk } = useIntake();
  const { bodyUnits } = draft.answers;
  const { answers, shown } = walk.everything;
  const reading = { locale, locations, bodyUnits };
  const bySection = answerRows(walk.path, answers, shown, reading, instrument);
  return bySection.map(({ section, rows }) => (
    <section key={section} aria-labelledby={`section-${section}`}>
      <h2 id={`section-${section}`}>{sectionNames[locale][section]}</h2>
      <dl className="answers">
        {rows.map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <Answer row={row} />
            {beside && <dd className="change">{beside(row)}</dd>}
          </div>
        ))}
      </dl>
    </section>
  ));
}
