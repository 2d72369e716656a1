import type { AnswerLine } from '../../submission/staff-wire.ts';

const stateWords: Readonly<Record<Exclude<AnswerLine['state'], 'answered'>, string>> = {
  blank: 'Not answered',
  declined: 'Prefers not to say',
  unsure: 'Not sure',
};

/** Not answered, declined, not sure and no are four different things: each has its own words and its own mark. */
export function AnswerText({ line }: { readonly line: AnswerLine }) {
  if (line.state === 'answered') return <span className="answer">{line.text}</span>;
  return <span className={`answer answer-${line.state}`}>{stateWords[line.state]}</span>;
}

/** Questions and answers as the patient saw and gave them. */
export function AnswerList({ lines }: { readonly lines: readonly AnswerLine[] }) {
  return (
    <dl className="answers">
      {lines.map((line) => (
        <div key={line.key}>
          <dt>{line.label}</dt>
          <dd>
            <AnswerText line={line} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
