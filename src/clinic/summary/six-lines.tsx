import type { ReactNode } from 'react';
import type { Summary, SummaryFlag, SummaryLine } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { dispositionText } from '../format.ts';
import { FlagList } from './flag-list.tsx';
import { Scores } from './scores.tsx';
import { Trials } from './trials.tsx';

const toneWords: Readonly<Record<SummaryLine['tone'], string>> = {
  safety: 'Safety',
  review: 'Review',
  note: 'Note',
  clear: 'Clear',
};

const isMedicineRule = (flag: SummaryFlag) => flag.id.startsWith('RX-');

/** What a line opens to: the findings or figures that it was made from. */
function Behind({ line, summary }: { readonly line: SummaryLine; readonly summary: Summary }): ReactNode {
  const { flags, rulesVersion } = summary;
  switch (line.id) {
    case 'safety':
      return (
        <FlagList
          flags={flags.filter((flag) => flag.id.startsWith('SU-'))}
          rulesVersion={rulesVersion}
          none="No rule on safety applies."
        />
      );
    case 'treatable':
      return (
        <FlagList
          flags={flags.filter((flag) => !flag.id.startsWith('SU-') && !isMedicineRule(flag))}
          rulesVersion={rulesVersion}
          none="No rule on the body, the mind or the plan applies."
        />
      );
    case 'howIll':
      return <Scores scores={summary.scores} />;
    case 'tried':
      return <Trials trials={summary.trials} />;
    case 'medicines':
      return (
        <FlagList
          flags={flags.filter(isMedicineRule)}
          rulesVersion={rulesVersion}
          none="No rule on medicines applies."
        />
      );
    case 'next':
      return (
        <dl className="facts">
          <div>
            <dt>SPRAVATO</dt>
            <dd>{dispositionText(summary.disposition.spravato)}</dd>
          </div>
          <div>
            <dt>IV ketamine</dt>
            <dd>{dispositionText(summary.disposition.ivKetamine)}</dd>
          </div>
          <div>
            <dt>Note</dt>
            <dd>Suggested from the answers by rules {rulesVersion}. A clinician decides.</dd>
          </div>
        </dl>
      );
  }
}

/** Thirty seconds: six lines, each at most 110 characters, absence always stated, each opens in place. */
export function SixLines({ summary }: { readonly summary: Summary }) {
  return (
    <ol className="six-lines">
      {summary.lines.map((line) => (
        <li key={line.id}>
          <details>
            <summary>
              <h3>{line.title}</h3>
              <span className="line-text">
                <Chip tone={line.tone}>{toneWords[line.tone]}</Chip> {line.text}
              </span>
            </summary>
            <div className="behind">
              <Behind line={line} summary={summary} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
