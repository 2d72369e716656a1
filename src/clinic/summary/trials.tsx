import type { Summary } from '../../submission/staff-wire.ts';

const verdicts = {
  counts: '✓ counts',
  doesNotCount: '✗ does not count',
  cannotTell: '? cannot tell',
} as const;

/** Each antidepressant that was tried, and why it counts or not. By self-report: to be verified. */
export function Trials({ trials }: { readonly trials: Summary['trials'] }) {
  if (trials.length === 0) return <p className="absent">No antidepressant trial was given.</p>;
  return (
    <table className="trials">
      <caption>Antidepressants tried, by self-report: verify with records</caption>
      <thead>
        <tr>
          <th scope="col">Medicine</th>
          <th scope="col">Dose</th>
          <th scope="col">Weeks</th>
          <th scope="col">Adequate trial</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {trials.map((trial, index) => (
          // Two trials of one drug can look alike: the order in which they were given tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is frozen with the submission
          <tr key={index}>
            <th scope="row">{trial.drug}</th>
            <td className="figure">{trial.dose}</td>
            <td className="figure">{trial.weeks}</td>
            <td className={`verdict verdict-${trial.verdict}`}>{verdicts[trial.verdict]}</td>
            <td>{trial.reasons.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
