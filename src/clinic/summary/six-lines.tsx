import { Fragment, type ReactNode } from 'react';
import type { Summary, SummaryLine } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { dayText, dispositionText } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { AlertList } from './alert-list.tsx';
import type { FindingLine } from './behind.ts';
import { Disclosure } from './disclosure.tsx';
import { FlagList } from './flag-list.tsx';
import { Medicines } from './medicines.tsx';
import { ScoreTable } from './scores.tsx';
import { Trials } from './trials.tsx';

const levelWords: Readonly<Record<SummaryLine['tone'], string>> = {
  safety: 'Safety',
  review: 'Review',
  note: 'Note',
  clear: 'Clear',
};

function Suggested({ summary: { disposition, rulesVersion, verified } }: { readonly summary: Summary }) {
  return (
    <>
      <dl className="facts">
        <div>
          <dt>SPRAVATO</dt>
          <dd>{dispositionText(disposition.spravato)}</dd>
        </div>
        <div>
          <dt>IV ketamine</dt>
          <dd>{dispositionText(disposition.ivKetamine)}</dd>
        </div>
      </dl>
      <p className="muted">
        Suggested by rules {rulesVersion} from what the patient reported
        {verified.answers.some(({ kind }) => kind === 'corrected') && ' and clinicians corrected'}. A
        clinician decides.
      </p>
    </>
  );
}

/** The figures that a line was made from, above its findings. */
function Figures({ id, summary }: { readonly id: FindingLine; readonly summary: Summary }): ReactNode {
  switch (id) {
    case 'safety':
      return <AlertList alerts={summary.alerts} />;
    case 'howIll':
      return <ScoreTable scores={summary.scores} />;
    case 'tried':
      return <Trials trials={summary.trials} />;
    case 'medicines':
      return <Medicines summary={summary} />;
    case 'treatable':
      return null;
  }
}

/** What a line opens to. */
function Behind({ id, summary }: { readonly id: SummaryLine['id']; readonly summary: Summary }) {
  if (id === 'next') return <Suggested summary={summary} />;
  return (
    <>
      <Figures id={id} summary={summary} />
      <FlagList line={id} summary={summary} />
    </>
  );
}

/** What the line would be by the patient's own words, and on whose word it is another. */
function AsSaid({ of: { asSaid }, summary }: { readonly of: SummaryLine; readonly summary: Summary }) {
  const timeZone = useClinic()?.timeZone;
  if (asSaid === null) return null;
  const last = summary.verified.answers.filter(({ kind }) => kind === 'corrected').at(-1);
  return (
    <span className="as-said">
      <strong>Corrected</strong>
      {last && ` by ${last.by} on ${dayText(last.at, timeZone)}`} · as said: {asSaid}
    </span>
  );
}

/** A line breaks between its facts, not within one, as far as there is room. */
const Facts = ({ of: text }: { readonly of: string }) =>
  text.split(' · ').map((fact, index, all) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their places
    <Fragment key={index}>
      {index > 0 && ' '}
      <span className="line-fact">
        {fact}
        {index < all.length - 1 && ' ·'}
      </span>
    </Fragment>
  ));

/** Thirty seconds: six lines, absence always stated, each opens in place. */
export function SixLines({ summary }: { readonly summary: Summary }) {
  return (
    <ol className="six-lines">
      {summary.lines.map((line) => (
        <li key={line.id}>
          <Disclosure
            part={`line ${line.id}`}
            className={`line ${line.tone}`}
            summary={
              <>
                <h3>{line.title}</h3>
                <Chip level={line.tone}>{levelWords[line.tone]}</Chip>
                <span className="line-text">
                  <Facts of={line.text} />
                  <AsSaid of={line} summary={summary} />
                </span>
              </>
            }
          >
            <div className="behind">
              <Behind id={line.id} summary={summary} />
            </div>
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}
