import type { FigureWeek } from '../../submission/figures-wire.ts';
import { weekText } from './words.ts';

export interface Column {
  readonly name: string;
  readonly text: (week: FigureWeek) => string;
}

/** The figures behind a chart, the last week first. It scrolls in its own frame, by keyboard too. */
export function WeekTable({
  caption,
  weeks,
  columns,
}: {
  readonly caption: string;
  readonly weeks: readonly FigureWeek[];
  readonly columns: readonly Column[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="week-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week, index) => (
            <tr key={week.monday}>
              <th scope="row">
                {weekText(week.monday)}
                {index === 0 && <span className="so-far-note"> so far</span>}
              </th>
              {columns.map(({ name, text }) => (
                <td key={name}>{text(week)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
