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

const WIDTH = 480;
const HEIGHT = 280;
const AREA = { left: 118, right: 12, top: 30, bottom: 40 } as const;
const LINE = 14;
const DAY_WIDTH = 96;
const isWhole = ({ score }: Point): boolean => score.min === score.max;

/** A name of two words stands on two lines: "moderately", "severe 15–19". */
const linesOf = (band: string, from: number, to: number): readonly string[] => {
  const words = band.split(' ');
  return [...words.slice(0, -1), `${words.at(-1)} ${from}–${to}`];
};

/** What the picture says, for whoever does not see it. */
const inWords = (name: string, points: readonly Point[], day: (iso: string) => string): string =>
  `${name} over time: ${points.map(({ receivedAt, score }) => `${day(receivedAt)} ${range(score)}`).join(', ')}`;

/**
 * A scale over time on its whole axis, bands named, the first submission marked as the baseline. An incomplete score is
 * a bar over all that it could be; a line joins
 * whole scores that follow each other, and a single point has none.
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
  const [baseline] = points;
  /** Where many came close together, days are left out rather than written over each other: the table has them all. */
  const everyNth = Math.max(1, Math.ceil(DAY_WIDTH / x.step()));
  const hasDay = (index: number) => (points.length - 1 - index) % everyNth === 0;
  /** Under its point; where the line goes down from there, beside it and above the line. */
  const besideTheLine = (point: Point, next: Point | undefined) =>
    next !== undefined && next.score.min < point.score.min
      ? { x: at(point) + 16, y: y(point.score.min) - 8 }
      : { x: at(point) - 4, y: y(point.score.min) + 24 };
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
          <text className="band-name" y={y((from + to) / 2) - (band.split(' ').length > 1 ? 3 : -4)}>
            {linesOf(band, from, to).map((line, index) => (
              <tspan key={line} x={AREA.left - 8} textAnchor="end" {...(index > 0 && { dy: LINE })}>
                {line}
              </tspan>
            ))}
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
      {points.slice(1).map((point, index) => {
        const before = points[index];
        return (
          before !== undefined &&
          isWhole(before) &&
          isWhole(point) && (
            <line
              key={point.id}
              className="trend-line"
              x1={at(before)}
              y1={y(before.score.min)}
              x2={at(point)}
              y2={y(point.score.min)}
            />
          )
        );
      })}
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
            <text className="trend-item-9" {...besideTheLine(point, points[index + 1])}>
              ▲ item 9 = {point.score.item9}
            </text>
          )}
          {hasDay(index) && (
            <text className="trend-day" x={at(point)} y={HEIGHT - 18} textAnchor="middle">
              {day(point.receivedAt)}
            </text>
          )}
          {index === 0 && points.length > 1 && (
            <text className="trend-day" x={at(point)} y={HEIGHT - 2} textAnchor="middle">
              baseline
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
