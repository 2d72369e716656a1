import type { FigureWeek, Took } from '../../submission/figures-wire.ts';
import { duration } from '../format.ts';
import { Plot, percent } from './plot.tsx';
import { many, pastWeeks, weekText } from './words.ts';

/** More bars than these have no room for a number each. */
const ROOM_FOR_FIGURES = 12;

const span = (weeks: readonly FigureWeek[]): string => {
  const [first] = weeks;
  const last = weeks.at(-1);
  return first && last ? `week by week from ${weekText(first.monday)} to ${weekText(last.monday)}` : '';
};

const inWords = (name: string, weeks: readonly FigureWeek[], values: readonly (string | null)[]): string =>
  `${name}, ${span(weeks)}: ${values.map((value) => value ?? 'none').join(', ')}`;

/** How many forms came; the present week is drawn as what it is, not over. */
export function ReceivedChart({ weeks }: { readonly weeks: readonly FigureWeek[] }) {
  const past = new Set(pastWeeks(weeks));
  return (
    <>
      <Plot
        weeks={weeks}
        highest={Math.max(...weeks.map(({ received }) => received))}
        tickText={String}
        inWords={inWords(
          'Forms received',
          weeks,
          weeks.map(({ received }) => String(received)),
        )}
      >
        {({ x, y, barWidth, bottom }) =>
          weeks.map((week) => (
            <g key={week.monday}>
              <rect
                className={past.has(week) ? 'bar' : 'bar so-far'}
                x={percent(x(week) - barWidth / 2)}
                width={percent(barWidth)}
                y={y(week.received)}
                height={bottom - y(week.received)}
              />
              {weeks.length <= ROOM_FOR_FIGURES && week.received > 0 && (
                <text
                  className="bar-figure"
                  x={percent(x(week))}
                  y={y(week.received) - 6}
                  textAnchor="middle"
                >
                  {week.received}
                </text>
              )}
            </g>
          ))
        }
      </Plot>
      <Key
        marks={[
          ['bar', 'A week'],
          ['bar so-far', 'This week, so far'],
        ]}
      />
    </>
  );
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** The unit in which an axis up to so many minutes is read. */
const unitOf = (highest: number): { readonly minutes: number; readonly name: string } => {
  if (highest <= 3 * HOUR) return { minutes: 1, name: 'min' };
  return highest <= 3 * DAY ? { minutes: HOUR, name: 'h' } : { minutes: DAY, name: 'd' };
};

/** A waiting time: half of them, and up to where the others reach. */
export function WaitChart({
  weeks,
  name,
  took,
  upTo,
}: {
  readonly weeks: readonly FigureWeek[];
  readonly name: string;
  readonly took: (week: FigureWeek) => Took | null;
  readonly upTo: 'p90' | 'longest';
}) {
  const highest = Math.max(0, ...weeks.map((week) => took(week)?.[upTo] ?? 0));
  const unit = unitOf(highest);
  return (
    <>
      <Plot
        weeks={weeks}
        highest={highest / unit.minutes}
        tickText={(value) => `${value} ${unit.name}`}
        inWords={inWords(
          `${name}, median`,
          weeks,
          weeks.map((week) => {
            const one = took(week);
            return one && duration(one.median);
          }),
        )}
      >
        {({ x, y, barWidth }) =>
          weeks.map((week) => {
            const one = took(week);
            if (one === null) return null;
            const [median, most] = [y(one.median / unit.minutes), y(one[upTo] / unit.minutes)];
            const cap = Math.min(barWidth / 4, 0.012);
            return (
              <g key={week.monday}>
                <line className="reach" x1={percent(x(week))} x2={percent(x(week))} y1={median} y2={most} />
                <line
                  className="reach"
                  x1={percent(x(week) - cap)}
                  x2={percent(x(week) + cap)}
                  y1={most}
                  y2={most}
                />
                <circle
                  className="median"
                  cx={percent(x(week))}
                  cy={median}
                  r={weeks.length > 26 ? 3.5 : 5}
                />
              </g>
            );
          })
        }
      </Plot>
      <Key
        marks={[
          ['median', 'Half took no longer'],
          ['reach', upTo === 'p90' ? 'Nine in ten took no longer' : 'The longest of the week'],
        ]}
      />
    </>
  );
}

/** People who had to be called: reached in time, reached later, not yet. Told apart by pattern too. */
export function SafetyChart({ weeks }: { readonly weeks: readonly FigureWeek[] }) {
  const partsOf = ({ safety: { items, open, inTime } }: FigureWeek) =>
    [
      { look: 'bar', from: 0, to: inTime },
      { look: 'bar late', from: inTime, to: items - open },
      { look: 'bar waiting', from: items - open, to: items },
    ].filter(({ from, to }) => to > from);
  return (
    <>
      <Plot
        weeks={weeks}
        highest={Math.max(...weeks.map(({ safety }) => safety.items))}
        tickText={String}
        inWords={inWords(
          'People to be called',
          weeks,
          weeks.map(({ safety }) => (safety.items === 0 ? null : many(safety.items, 'person', 'people'))),
        )}
      >
        {({ x, y, barWidth }) => (
          <>
            <pattern
              id="late"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="late-ground" width="6" height="6" />
              <rect className="late-stripe" width="2.5" height="6" />
            </pattern>
            {weeks.map((week) => (
              <g key={week.monday}>
                {partsOf(week).map(({ look, from, to }) => (
                  <rect
                    key={look}
                    className={look}
                    x={percent(x(week) - barWidth / 2)}
                    width={percent(barWidth)}
                    y={y(to)}
                    height={y(from) - y(to)}
                  />
                ))}
              </g>
            ))}
          </>
        )}
      </Plot>
      <Key
        marks={[
          ['bar', 'Reached in time'],
          ['bar late', 'Reached later'],
          ['bar waiting', 'Waits still'],
        ]}
      />
    </>
  );
}

const SIDE = 14;

/** What the marks of a chart mean. */
function Key({ marks }: { readonly marks: readonly (readonly [look: string, means: string])[] }) {
  return (
    <ul className="plot-key">
      {marks.map(([look, means]) => (
        <li key={look}>
          <svg width={SIDE} height={SIDE} aria-hidden="true">
            {look === 'median' && <circle className="median" cx={SIDE / 2} cy={SIDE / 2} r="5" />}
            {look === 'reach' && (
              <path className="reach" d={`M${SIDE / 2} ${SIDE}V2M2 2H${SIDE - 2}`} fill="none" />
            )}
            {look.startsWith('bar') && (
              <rect className={look} x="1" y="1" width={SIDE - 2} height={SIDE - 2} />
            )}
          </svg>
          {means}
        </li>
      ))}
    </ul>
  );
}
