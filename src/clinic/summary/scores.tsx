import type { SummaryScore } from '../../submission/staff-wire.ts';
import { range } from '../format.ts';

/** Bands of the two scales that have them. Source: N-PHQ (PHQ-9), L-GAD (GAD-7). */
const bands: Readonly<Record<string, readonly (readonly [from: number, to: number, name: string])[]>> = {
  phq9: [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 19, 'mod. severe'],
    [20, 27, 'severe'],
  ],
  gad7: [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 21, 'severe'],
  ],
};

/** The score on its whole axis, every band named; an incomplete one is a bar over all it could be. */
function Axis({ score }: { readonly score: SummaryScore }) {
  const parts = bands[score.id];
  if (!parts) return null;
  const width = 540;
  const unit = width / (score.highest + 1);
  const shade = (index: number) => (parts.length === 4 && index > 0 ? index + 1 : index);
  return (
    <svg
      className="axis"
      viewBox={`0 0 ${width} 62`}
      role="img"
      aria-label={`${score.name} ${range(score)} of ${score.highest}`}
    >
      {parts.map(([from, to, name], index) => (
        <g key={name}>
          <rect
            className={`band band-${shade(index)}`}
            x={from * unit}
            y={18}
            width={(to - from + 1) * unit}
            height={22}
          />
          <text className="band-name" x={(from + (to - from + 1) / 2) * unit} y={33} textAnchor="middle">
            {name}
          </text>
          <text className="band-from" x={from * unit + 2} y={56}>
            {from}
          </text>
        </g>
      ))}
      <text className="band-from" x={width} y={56} textAnchor="end">
        {score.highest}
      </text>
      <rect
        className="score-mark"
        x={score.min * unit + unit / 2 - 3}
        y={12}
        width={(score.max - score.min) * unit + 6}
        height={34}
        rx={3}
      />
    </svg>
  );
}

export function Scores({ scores }: { readonly scores: readonly SummaryScore[] }) {
  return (
    <>
      {scores.map((score) => (
        <section key={score.id} className="score">
          <h4>
            {score.name} <span className="figure">{range(score)}</span> of {score.highest}
            {score.band ? `, ${score.band}` : ''}
            {score.min !== score.max && ' (incomplete: shown as a range)'}
          </h4>
          <Axis score={score} />
          <details>
            <summary>Items of {score.name}</summary>
            <table>
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
                    <td>{item.value === null ? <em className="answer-blank">Not answered</em> : item.text}</td>
                    <td className="figure">{item.value ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </section>
      ))}
    </>
  );
}
