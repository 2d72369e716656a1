import { severityText } from '../../submission/severity-text.ts';
import type { Summary, SummaryFlag } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { VerifiedLine } from '../verified/verified-list.tsx';
import { Acknowledge } from '../work/acknowledge.tsx';
import { AnswerList } from './answer-text.tsx';
import { type FindingLine, flagsBehind } from './behind.ts';
import { Disclosure } from './disclosure.tsx';

const tagWords: Readonly<Record<string, string>> = {
  inferred: 'Inferred for IV ketamine: its label does not say it in these words',
  consensusContraindication: 'For IV ketamine a contraindication by consensus, not by label',
};

const levelWords: Readonly<Record<SummaryFlag['tone'], string>> = {
  safety: 'Safety',
  review: 'Review',
  note: 'Note',
};

/**
 * What is there, and what cannot be told, never look or read alike: the rule's own words say "reported", so an unknown
 * names what it looks for instead.
 */
function Head({ flag }: { readonly flag: SummaryFlag }) {
  const isUnknown = flag.status === 'unknown';
  return (
    <>
      <Chip level={flag.tone}>{levelWords[flag.tone]}</Chip>
      <span className="flag-words">
        {flag.foundBy === 'corrected' && <strong className="by-correction">By correction: </strong>}
        {isUnknown && <strong className="not-known">? Not known: </strong>}
        {isUnknown ? flag.finds : flag.words}
      </span>
    </>
  );
}

/** What clinicians verified of the answers that the rule read. */
function Verified({ flag, summary }: { readonly flag: SummaryFlag; readonly summary: Summary }) {
  const answers = summary.verified.answers.filter(({ key }) =>
    flag.patientSaid.some((line) => line.key === key),
  );
  if (answers.length === 0) return null;
  return (
    <>
      <h4>What was verified</h4>
      <ul className="verified-of-flag">
        {answers.map((one) => (
          <li key={one.key}>
            <VerifiedLine of={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Flag({ flag, line, summary }: { readonly flag: SummaryFlag } & Pick<Props, 'line' | 'summary'>) {
  const isUnknown = flag.status === 'unknown';
  return (
    <Disclosure
      part={`${line} ${flag.id}`}
      className={isUnknown ? 'flag is-unknown' : 'flag'}
      summary={<Head flag={flag} />}
    >
      <div className="flag-more">
        <h4>What the patient said</h4>
        {flag.patientSaid.length > 0 ? (
          <AnswerList lines={flag.patientSaid} language={summary.language} />
        ) : (
          <p className="absent">Nothing: this rule reads no answer of its own.</p>
        )}
        <Verified flag={flag} summary={summary} />
        <Acknowledge flag={flag.id} />
        <h4>What the rule says</h4>
        <dl className="facts">
          <div>
            <dt>Status</dt>
            <dd>{isUnknown ? 'Cannot be told from the answers' : 'Present'}</dd>
          </div>
          <div>
            <dt>{isUnknown ? 'If it is so' : 'Looks for'}</dt>
            <dd>{isUnknown ? flag.words : flag.finds}</dd>
          </div>
          <div>
            <dt>SPRAVATO</dt>
            <dd>{severityText(flag.spravato)}</dd>
          </div>
          <div>
            <dt>IV ketamine</dt>
            <dd>{severityText(flag.ivKetamine)}</dd>
          </div>
          {flag.tags.length > 0 && (
            <div>
              <dt>Note</dt>
              <dd>{flag.tags.map((tag) => tagWords[tag] ?? tag).join('. ')}</dd>
            </div>
          )}
          {flag.clinicsOwn !== null && (
            <div>
              <dt>Clinic</dt>
              <dd>{flag.clinicsOwn}</dd>
            </div>
          )}
          <div>
            <dt>Source</dt>
            <dd>
              <ul className="sources">
                {flag.sources.map((source) => (
                  <li key={source}>{source}</li>
                ))}
              </ul>
            </dd>
          </div>
          <div>
            <dt>Rule</dt>
            <dd>
              <code>{flag.id}</code>, rules {summary.rulesVersion}
            </dd>
          </div>
        </dl>
      </div>
    </Disclosure>
  );
}

const noFindings: Readonly<Record<FindingLine, string>> = {
  safety: 'No rule on safety applies.',
  treatable: 'No rule on the body, the mind or the visits applies.',
  howIll: 'No rule on the scales applies.',
  tried: 'No rule on the indication or on treatment resistance applies.',
  medicines: 'No rule on medicines or allergies applies.',
};

interface Props {
  readonly line: FindingLine;
  readonly summary: Summary;
}

/** The findings behind one of the six lines; that there are none is said. */
export function FlagList({ line, summary }: Props) {
  const flags = flagsBehind(line, summary.flags);
  const standing = flags.filter(({ foundBy }) => foundBy !== 'asSaid');
  const asSaid = flags.filter(({ foundBy }) => foundBy === 'asSaid');
  return (
    <>
      {standing.length === 0 && <p className="absent">{noFindings[line]}</p>}
      <Flags flags={standing} line={line} summary={summary} />
      {asSaid.length > 0 && (
        <div className="flags-as-said">
          <h4>Found by what the patient said; not with what was corrected</h4>
          <Flags flags={asSaid} line={line} summary={summary} />
        </div>
      )}
    </>
  );
}

const Flags = ({ flags, line, summary }: Props & { readonly flags: readonly SummaryFlag[] }) =>
  flags.length > 0 && (
    <ul className="flags">
      {flags.map((flag) => (
        <li key={`${flag.id} ${flag.status}`}>
          <Flag flag={flag} line={line} summary={summary} />
        </li>
      ))}
    </ul>
  );
