import type { ScorePoint } from '../../submission/same-person-wire.ts';
import type { Summary, SummaryScore } from '../../submission/staff-wire.ts';
import { dayText, range } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { NotAnswered } from './answer-text.tsx';
import { Axis } from './axis.tsx';
import { Disclosure } from './disclosure.tsx';
import { type Point, pointsOf, Trend } from './trend.tsx';

type Scored = Pick<SummaryScore, 'min' | 'max' | 'band'>;

const isIncomplete = ({ min, max }: Scored) => min !== max;

const bandText = (score: Scored): string => {
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

/** The table beside the picture: a row for each submission of this person. */
function ByDate({ score, points }: { readonly score: SummaryScore; readonly points: readonly Point[] }) {
  const timeZone = useClinic()?.timeZone;
  const hasItem9 = score.id === 'phq9';
  return (
    <table className="score-data">
      <caption className="visually-hidden">{score.name} by date</caption>
      <thead>
        <tr>
          <th scope="col">Received</th>
          <th scope="col">Total</th>
          <th scope="col">Band</th>
          {hasItem9 && <th scope="col">Item 9</th>}
        </tr>
      </thead>
      <tbody>
        {points.map(({ id, receivedAt, score: { min, max, band, item9 } }) => (
          <tr key={id}>
            <th scope="row">{dayText(receivedAt, timeZone)}</th>
            <td className="figure">{range({ min, max })}</td>
            <td>{bandText({ min, max, band })}</td>
            {hasItem9 && (
              <td className={item9 === 0 ? 'figure' : 'figure item-9'}>{item9 ?? 'not answered'}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Score({ score, points }: { readonly score: SummaryScore; readonly points: readonly Point[] }) {
  return (
    <section className="score" aria-labelledby={`score-${score.id}`}>
      <h3 id={`score-${score.id}`}>{score.name}</h3>
      <div className="score-picture">
        {points.length > 1 ? <Trend score={score} points={points} /> : <Axis score={score} />}
        <ByDate score={score} points={points} />
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

/** This submission alone, as a point of its own, where no earlier one is known. */
const onlyThis = ({ id, receivedAt, scores }: Summary): ScorePoint => ({
  id,
  receivedAt,
  scores: scores.map(({ id: scale, min, max, band, items }) => ({
    id: scale,
    min,
    max,
    band,
    item9: scale === 'phq9' ? (items[ITEM_9]?.value ?? null) : null,
  })),
});

/** Each scale over the submissions of this person that are known to be theirs. */
export function Scores({
  summary,
  history,
}: {
  readonly summary: Summary;
  readonly history: readonly ScorePoint[];
}) {
  if (summary.scores.length === 0) return <p className="absent">No scale was scored.</p>;
  const earlier = history.filter(({ id }) => id !== summary.id);
  const all = [...earlier, onlyThis(summary)].sort(
    (one, other) => Date.parse(one.receivedAt) - Date.parse(other.receivedAt),
  );
  return summary.scores.map((score) => (
    <Score key={score.id} score={score} points={pointsOf(all, score.id)} />
  ));
}
