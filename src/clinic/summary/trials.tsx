import type { Summary } from '../../submission/staff-wire.ts';

const verdicts = {
  counts: { mark: '✓', words: 'Counts' },
  doesNotCount: { mark: '✗', words: 'Does not count' },
  cannotTell: { mark: '?', words: 'Cannot tell' },
} as const;

type Trial = Summary['trials'][number];

/** Each antidepressant that was tried, and why it counts or not. By self-report: to be verified. */
export function Trials({ trials }: { readonly trials: readonly Trial[] }) {
  if (trials.length === 0) return <p className="absent">No antidepressant trial was given.</p>;
  return (
    <table className="trials">
      <caption>Antidepressants, as the patient reports them. Verify with records.</caption>
      <thead>
        <tr>
          <th scope="col">Medicine</th>
          <th scope="col">Adequate trial</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {trials.map((trial, index) => {
          const { mark, words } = verdicts[trial.verdict];
          return (
            // Two trials of one drug can look alike: the order in which they were given tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is frozen with the submission
            <tr key={index}>
              <th scope="row">
                {trial.drug}
                <span className="trial-dose">
                  dose {trial.dose}, duration {trial.weeks}
                </span>
              </th>
              <td className={`verdict ${trial.verdict}`}>
                <span aria-hidden="true">{mark}</span> {words}
              </td>
              <td>{trial.reasons.join('; ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
