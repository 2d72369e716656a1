import type { AnswerLine, Summary } from '../../submission/staff-wire.ts';
import { VerifiedLine } from '../verified/verified-list.tsx';
import { AnswerList } from './answer-text.tsx';

type Section = Summary['sections'][number];

const open = ({ answers }: Section): string => {
  const count = (state: Section['answers'][number]['state']) =>
    answers.filter((line) => line.state === state).length;
  return [
    [count('unsure'), 'not sure'],
    [count('declined'), 'declined'],
    [count('blank'), 'not answered'],
  ]
    .filter(([n]) => n !== 0)
    .map(([n, words]) => `${n} ${words}`)
    .join(' · ');
};

/** Everything that was asked, in the order of the form, as it was said; what was verified stands under it. */
export function AllAnswers({
  sections,
  verified,
}: {
  readonly sections: readonly Section[];
  readonly verified: Summary['verified']['answers'];
}) {
  const verifiedUnder = ({ key }: AnswerLine) => {
    const one = verified.find((answer) => answer.key === key);
    return (
      one && (
        <div className="verified-under">
          <VerifiedLine of={one} />
        </div>
      )
    );
  };
  return (
    <section className="case-section">
      <h2>All answers</h2>
      <nav className="answers-nav" aria-label="Sections of the answers">
        <ul className="answers-nav-list">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#answers-${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <section key={section.id} className="answers-section" aria-labelledby={`answers-${section.id}`}>
          <h3 id={`answers-${section.id}`} tabIndex={-1}>
            {section.title}
            <span className="answers-open">{open(section)}</span>
          </h3>
          <AnswerList lines={section.answers} more={verifiedUnder} />
        </section>
      ))}
    </section>
  );
}
