import { scaleLinear, scalePoint } from 'd3-scale';
import type { ScorePoint } from '../../submission/same-person-wire.ts';
import type { SummaryScore } from '../../submission/staff-wire.ts';
import { dayText, range } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { bands } from './axis.tsx';

/** One scale of one submission. */
export interface Point {
  readonly id: string;
  readonly receivedAt: string;
  readonly score: ScorePoint['scores'][number];
}

export const pointsOf = (history: readonly ScorePoint[], scaleId: string): readonly Point[] =>
  history.flatMap(({ id, receivedAt, scores }) => {
    const score = scores.find((one) => one.id === scaleId);
    return score === undefined ? [] : [{ id, receivedAt, score }];
  });

const WIDTH = 640;
const HEIGHT = 260;
const AREA = { left: 132, right: 20, top: 24, bottom: 34 } as const;
const isWhole = ({ score }: Point): boolean => score.min === score.max;

/** What the picture says, for whoever does not see it. */
const inWords = (name: string, points: readonly Point[], day: (iso: string) => string): string =>
  `${name} over time: ${points.map(({ receivedAt, score }) => `${day(receivedAt)} ${range(score)}`).join(', ')}`;

/**
 * A scale over time on its whole axis, bands named, the first submission marked as the baseline. An incomplete score is
 * a bar over all that it could be; a line joins whole scores alone, and a single point has none.
 */
export function Trend({
  score: { id, name, highest },
  points,
}: {
  readonly score: SummaryScore;
  readonly points: readonly Point[];
}) {
  const timeZone = useClinic()?.timeZone;
  const day = (iso: string) => dayText(iso, timeZone);
  const y = scaleLinear([0, highest], [HEIGHT - AREA.bottom, AREA.top]);
  const x = scalePoint(
    points.map((point) => point.id),
    [AREA.left, WIDTH - AREA.right],
  ).padding(0.5);
  const at = (point: Point) => x(point.id) ?? AREA.left;
  const whole = points.filter(isWhole);
  const [baseline] = points;
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={inWords(name, points, day)}
    >
      {(bands[id] ?? []).map(({ name: band, shade, from, to }) => (
        <g key={band}>
          <rect
            className={`band ${shade}`}
            x={AREA.left}
            width={WIDTH - AREA.left - AREA.right}
            y={y(Math.min(highest, to + 0.5))}
            height={y(Math.max(0, from - 0.5)) - y(Math.min(highest, to + 0.5))}
          />
          <text className="band-name" x={AREA.left - 8} y={y((from + to) / 2) + 4} textAnchor="end">
            {band} {from}–{to}
          </text>
        </g>
      ))}
      {(bands[id] ?? []).length === 0 &&
        [0, highest].map((value) => (
          <text key={value} className="band-name" x={AREA.left - 8} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        ))}
      <line className="trend-axis" x1={AREA.left} x2={AREA.left} y1={AREA.top} y2={HEIGHT - AREA.bottom} />
      {baseline && isWhole(baseline) && (
        <line
          className="trend-baseline"
          x1={AREA.left}
          x2={WIDTH - AREA.right}
          y1={y(baseline.score.min)}
          y2={y(baseline.score.min)}
        />
      )}
      {whole.length > 1 && (
        <polyline
          className="trend-line"
          points={whole.map((point) => `${at(point)},${y(point.score.min)}`).join(' ')}
        />
      )}
      {points.map((point, index) => (
        <g key={point.id}>
          {isWhole(point) ? (
            <circle className="trend-point" cx={at(point)} cy={y(point.score.min)} r="6" />
          ) : (
            <rect
              className="trend-range"
              x={at(point) - 6}
              width="12"
              rx="4"
              y={y(point.score.max)}
              height={Math.max(4, y(point.score.min) - y(point.score.max))}
            />
          )}
          <text className="trend-figure" x={at(point)} y={y(point.score.max) - 12} textAnchor="middle">
            {range(point.score)}
          </text>
          {(point.score.item9 ?? 0) > 0 && (
            <text className="trend-item-9" x={at(point) + 14} y={y(point.score.min) + 5}>
              ▲ item 9 = {point.score.item9}
            </text>
          )}
          <text className="trend-day" x={at(point)} y={HEIGHT - 12} textAnchor="middle">
            {day(point.receivedAt)}
            {index === 0 && points.length > 1 ? ' (baseline)' : ''}
          </text>
        </g>
      ))}
    </svg>
  );
}
