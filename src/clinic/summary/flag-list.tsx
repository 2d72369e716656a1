import type { SummaryFlag } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { severityText } from '../format.ts';
import { AnswerList } from './answer-text.tsx';

const tagWords: Readonly<Record<string, string>> = {
  inferred: 'inferred for IV ketamine, not in its label',
  consensusContraindication: 'consensus contraindication for IV ketamine',
};

/** One finding: opens to its rule, source, severity for each treatment, and the patient's own words. */
function Flag({ flag, rulesVersion }: { readonly flag: SummaryFlag; readonly rulesVersion: string }) {
  return (
    <details className="flag">
      <summary>
        <Chip tone={flag.tone}>{flag.status === 'unknown' ? 'Cannot tell' : toneWords[flag.tone]}</Chip>
        <span className="flag-words">
          {flag.status === 'unknown' && <strong>Not known: </strong>}
          {flag.words}
        </span>
      </summary>
      <div className="flag-more">
        <dl className="facts">
          <div>
            <dt>SPRAVATO</dt>
            <dd>{severityText(flag.spravato)}</dd>
          </div>
          <div>
            <dt>IV ketamine</dt>
            <dd>{severityText(flag.ivKetamine)}</dd>
          </div>
          <div>
            <dt>Rule</dt>
            <dd>
              {flag.id}, rules {rulesVersion}
            </dd>
          </div>
          <div>
            <dt>Source</dt>
            <dd>{flag.sources.join(' · ')}</dd>
          </div>
          {flag.tags.length > 0 && (
            <div>
              <dt>Note</dt>
              <dd>{flag.tags.map((tag) => tagWords[tag] ?? tag).join(' · ')}</dd>
            </div>
          )}
        </dl>
        <h4>What the patient said</h4>
        <AnswerList lines={flag.patientSaid} />
      </div>
    </details>
  );
}

const toneWords: Readonly<Record<SummaryFlag['tone'], string>> = {
  safety: 'Safety',
  review: 'Review',
  note: 'Note',
};

export function FlagList({
  flags,
  rulesVersion,
  none,
}: {
  readonly flags: readonly SummaryFlag[];
  readonly rulesVersion: string;
  /** What is said when there is no finding: absence is always stated. */
  readonly none: string;
}) {
  if (flags.length === 0) return <p className="absent">{none}</p>;
  return (
    <ul className="flags">
      {flags.map((flag) => (
        <li key={flag.id}>
          <Flag flag={flag} rulesVersion={rulesVersion} />
        </li>
      ))}
    </ul>
  );
}
