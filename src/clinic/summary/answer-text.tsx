import type { ReactNode } from 'react';
import type { Locale } from '../../lib/locale.ts';
import type { AnswerLine } from '../../submission/staff-wire.ts';

const marks = { declined: '⊘', unsure: '?', blank: '–' } as const;
const inEnglish = { declined: 'Prefer not to say', unsure: 'Not sure', blank: 'Not answered' } as const;

interface Props {
  readonly line: AnswerLine;
  /** In which the line is written. */
  readonly language?: Locale | undefined;
}

/**
 * Not answered, declined, not sure and no are four different things: each has its own words, mark and frame. A "no" is
 * an answer like any other.
 */
export function AnswerText({ line: { state, text }, language = 'en' }: Props) {
  if (state === 'answered') return <span className="answer">{text}</span>;
  return (
    <span className={`answer ${state}`}>
      <span aria-hidden="true">{marks[state]}</span> {text || inEnglish[state]}
      {language !== 'en' && <span lang="en"> ({inEnglish[state]})</span>}
    </span>
  );
}

export const NotAnswered = () => <AnswerText line={{ key: '', label: '', text: '', state: 'blank' }} />;

/** Questions and answers as the patient saw and gave them. */
export function AnswerList({
  lines,
  language,
  more,
}: {
  readonly lines: readonly AnswerLine[];
  readonly language?: Locale;
  /** What stands under an answer. */
  readonly more?: (line: AnswerLine) => ReactNode;
}) {
  return (
    <dl className="answers" {...(language && { lang: language })}>
      {lines.map((line) => (
        <div key={line.key} data-key={line.key}>
          <dt>{line.label}</dt>
          <dd>
            <AnswerText line={line} language={language} />
            {more?.(line)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
