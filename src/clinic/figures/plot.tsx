import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import type { FigureWeek } from '../../submission/figures-wire.ts';
import { weekText } from './words.ts';

/** In pixels; across, everything is a share of the width, so that words keep their size on a phone. */
const HEIGHT = 220;
const TOP = 24;
const BOTTOM = HEIGHT - 26;
const MOST_LABELS = 4;
const MOST_TICKS = 4;

export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

export interface Plotting {
  /** The middle of a week, as a share of the width; its bar is so wide. */
  readonly x: (week: FigureWeek) => number;
  readonly barWidth: number;
  readonly y: (value: number) => number;
  readonly bottom: number;
}

interface Props {
  readonly weeks: readonly FigureWeek[];
  readonly highest: number;
  /** A value of the axis as it is written beside it. */
  readonly tickText: (value: number) => string;
  /** What the picture says, for whoever does not see it. */
  readonly inWords: string;
  readonly children: (plotting: Plotting) => ReactNode;
}

/** Weeks across, a value up: axis, lines and the days of the Mondays. */
export function Plot({ weeks, highest, tickText, inWords, children }: Props) {
  const up = scaleLinear([0, Math.max(1, highest)], [BOTTOM, TOP]).nice(MOST_TICKS);
  const across = scaleBand(
    weeks.map(({ monday }) => monday),
    [0, 1],
  )
    .paddingInner(0.25)
    .paddingOuter(0.15);
  const x = ({ monday }: FigureWeek) => (across(monday) ?? 0) + across.bandwidth() / 2;
  const ticks = up.ticks(MOST_TICKS).filter(Number.isInteger);
  const every = Math.ceil(weeks.length / MOST_LABELS);
  const labelled = weeks.filter((_, index) => (weeks.length - 1 - index) % every === 0);
  return (
    <div className="plot">
      <svg className="plot-axis" height={HEIGHT} aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick} x="100%" y={up(tick) + 4} textAnchor="end">
            {tickText(tick)}
          </text>
        ))}
      </svg>
      <svg className="plot-area" height={HEIGHT} role="img" aria-label={inWords}>
        {ticks.map((tick) => (
          <line key={tick} className="plot-line" x1="0" x2="100%" y1={up(tick)} y2={up(tick)} />
        ))}
        {children({ x, barWidth: across.bandwidth(), y: up, bottom: BOTTOM })}
        {labelled.map((week) => (
          <text key={week.monday} x={percent(x(week))} y={HEIGHT - 6} textAnchor="middle">
            {weekText(week.monday)}
          </text>
        ))}
      </svg>
    </div>
  );
}
