import type { SummaryScore } from '../../submission/staff-wire.ts';
import { dayText, range } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { NotAnswered } from './answer-text.tsx';
import { Axis } from './axis.tsx';
import { Disclosure } from './disclosure.tsx';

const isIncomplete = ({ min, max }: SummaryScore) => min !== max;

const bandText = (score: SummaryScore): string => {
  if (score.band) return score.band;
  return isIncomplete(score) ? 'cannot tell: items are blank' : 'no bands';
};

/** All scores at a glance. */
export function ScoreTable({ scores }: { readonly scores: readonly SummaryScore[] }) {
  if (scores.length === 0) return <p className="absent">No scale was scored.</p>;
  return (
    <table className="score-table">
      <caption className="visually-hidden">Scores</caption>
      <thead>
        <tr>
          <th scope="col">Scale</th>
          <th scope="col">Total</th>
          <th scope="col">Of</th>
          <th scope="col">Band</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <tr key={score.id}>
            <th scope="row">{score.name}</th>
            <td className="figure">{range(score)}</td>
            <td className="figure">{score.highest}</td>
            <td>{bandText(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ITEM_9 = 8;

function Items({ score }: { readonly score: SummaryScore }) {
  return (
    <table className="score-items">
      <caption className="visually-hidden">Items of {score.name}</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Answer</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {score.items.map((item) => (
          <tr key={item.label}>
            <th scope="row">{item.label}</th>
            <td>{item.value === null ? <NotAnswered /> : item.text}</td>
            <td className="figure">{item.value ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Score({ score, receivedAt }: { readonly score: SummaryScore; readonly receivedAt: string }) {
  const timeZone = useClinic()?.timeZone;
  const item9 = score.id === 'phq9' ? score.items[ITEM_9] : undefined;
  return (
    <section className="score" aria-labelledby={`score-${score.id}`}>
      <h3 id={`score-${score.id}`}>{score.name}</h3>
      <div className="score-picture">
        <Axis score={score} />
        <table className="score-data">
          <caption className="visually-hidden">{score.name} by date</caption>
          <thead>
            <tr>
              <th scope="col">Received</th>
              <th scope="col">Total</th>
              <th scope="col">Band</th>
              {item9 && <th scope="col">Item 9</th>}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{dayText(receivedAt, timeZone)}</th>
              <td className="figure">{range(score)}</td>
              <td>{bandText(score)}</td>
              {item9 && (
                <td className={item9.value === 0 ? 'figure' : 'figure item-9'}>
                  {item9.value === null ? 'not answered' : item9.value}
                </td>
              )}
            </tr>
          </tbody>
        </table>
      </div>
      {isIncomplete(score) && (
        <p className="muted">
          Items were left blank, so the total is a range: the least and the most it can be.
        </p>
      )}
      <Disclosure part={`items ${score.id}`} className="more" summary={`Items of ${score.name}`}>
        <Items score={score} />
      </Disclosure>
    </section>
  );
}

export function Scores({
  scores,
  receivedAt,
}: {
  readonly scores: readonly SummaryScore[];
  readonly receivedAt: string;
}) {
  if (scores.length === 0) return <p className="absent">No scale was scored.</p>;
  return scores.map((score) => <Score key={score.id} score={score} receivedAt={receivedAt} />);
}
