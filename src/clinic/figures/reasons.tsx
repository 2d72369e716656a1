import { decisions, reasonText } from '../../submission/decisions.ts';
import type { Figures } from '../../submission/figures-wire.ts';
import { percent } from './plot.tsx';

/** What was decided and why: a table whose last column is the chart. */
export function Reasons({ decided }: { readonly decided: Figures['decisions'] }) {
  const most = Math.max(...decided.map(({ many }) => many));
  const line = (count: number, look: string) => (
    <td className="share" aria-hidden="true">
      <svg width="100%" height="14" aria-hidden="true">
        <rect className={look} width={percent(count / most)} height="14" />
      </svg>
    </td>
  );
  return (
    <table className="decision-table">
      <caption className="visually-hidden">Decisions and their reasons, the most frequent first</caption>
      <thead>
        <tr>
          <th scope="col">Decision and reason</th>
          <th scope="col">Times</th>
          <td aria-hidden="true" />
        </tr>
      </thead>
      {decided.map(({ kind, many, reasons }) => (
        <tbody key={kind}>
          <tr>
            <th scope="rowgroup">{decisions[kind].name}</th>
            <td>{many}</td>
            {line(many, 'bar')}
          </tr>
          {reasons.map(({ reason, many: times }) => (
            <tr key={reason} className="reason">
              <th scope="row">{reasonText(kind, reason)}</th>
              <td>{times}</td>
              {line(times, 'bar of-it')}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
