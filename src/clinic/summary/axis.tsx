import type { SummaryScore } from '../../submission/staff-wire.ts';
import { range } from '../format.ts';

interface Band {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly shade: 'minimal' | 'mild' | 'moderate' | 'moderately-severe' | 'severe';
}

/** Bands of the two scales that have them. Source: N-PHQ (PHQ-9), L-GAD (GAD-7). */
export const bands: Readonly<Record<string, readonly Band[]>> = {
  phq9: [
    { from: 0, to: 4, name: 'minimal', shade: 'minimal' },
    { from: 5, to: 9, name: 'mild', shade: 'mild' },
    { from: 10, to: 14, name: 'moderate', shade: 'moderate' },
    { from: 15, to: 19, name: 'moderately severe', shade: 'moderately-severe' },
    { from: 20, to: 27, name: 'severe', shade: 'severe' },
  ],
  gad7: [
    { from: 0, to: 4, name: 'minimal', shade: 'minimal' },
    { from: 5, to: 9, name: 'mild', shade: 'mild' },
    { from: 10, to: 14, name: 'moderate', shade: 'moderate' },
    { from: 15, to: 21, name: 'severe', shade: 'severe' },
  ],
};

const TRACK = { top: 30, height: 18 } as const;
const NAMES_TOP = TRACK.top + TRACK.height + 20;
const LINE = 15;
const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/**
 * The score on its whole axis, every band named with its limits; one with blank items is a bar over all that it could
 * be. Widths are shares of the picture, so the words keep their size on a phone.
 */
export function Axis({ score }: { readonly score: SummaryScore }) {
  const { name, min, max, highest } = score;
  const cell = 1 / (highest + 1);
  const edge = (value: number) => Math.min(1, value * cell);
  const middle = (from: number, to: number) => percent((edge(from) + edge(to + 1)) / 2);
  const parts = bands[score.id] ?? [];
  return (
    <svg
      className="axis"
      height={parts.length > 0 ? NAMES_TOP + 2 * LINE + 4 : NAMES_TOP + 4}
      role="img"
      aria-label={`${name}: ${range(score)} on an axis from 0 to ${highest}${score.band ? `, ${score.band}` : ''}`}
    >
      <rect className="axis-track" x="0" y={TRACK.top} width="100%" height={TRACK.height} />
      {parts.map(({ name: band, shade, from, to }) => (
        <g key={band}>
          <rect
            className={`band ${shade}`}
            x={percent(edge(from))}
            y={TRACK.top}
            width={percent(edge(to + 1) - edge(from))}
            height={TRACK.height}
          />
          <text className="band-name" y={NAMES_TOP}>
            {[`${from}–${to}`, ...band.split(' ')].map((word, line) => (
              <tspan
                key={word}
                className={line === 0 ? 'band-limits' : undefined}
                x={middle(from, to)}
                textAnchor="middle"
                {...(line > 0 && { dy: LINE })}
              >
                {word}
              </tspan>
            ))}
          </text>
        </g>
      ))}
      {parts.length === 0 && (
        <>
          <text className="band-limits" x="0" y={NAMES_TOP}>
            0
          </text>
          <text className="band-limits" x="100%" y={NAMES_TOP} textAnchor="end">
            {highest}
          </text>
        </>
      )}
      <rect
        className="score-mark"
        x={percent(edge(min))}
        y={TRACK.top - 4}
        width={percent(edge(max + 1) - edge(min))}
        height={TRACK.height + 8}
        rx="4"
      />
      <text className="score-figure" x={middle(min, max)} y={TRACK.top - 11} textAnchor="middle">
        {range(score)}
      </text>
    </svg>
  );
}
