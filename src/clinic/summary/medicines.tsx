import type { Summary } from '../../submission/staff-wire.ts';
import { AnswerList } from './answer-text.tsx';

/** What says whether the list is whole, and what stands beside it. */
const beside: readonly string[] = ['medsComplete', 'ketamineAllergy', 'allergies'];

/** Each medicine taken now, with what it raises; then whether that is all, and the allergies. */
export function Medicines({ summary: { medicines, sections } }: { readonly summary: Summary }) {
  const lines = sections.flatMap(({ answers }) => answers.filter(({ key }) => beside.includes(key)));
  return (
    <>
      {medicines.length === 0 ? (
        <p className="absent">No medicine was listed.</p>
      ) : (
        <table className="medicines">
          <caption>Medicines taken now, as the patient reports them.</caption>
          <thead>
            <tr>
              <th scope="col">Medicine</th>
              <th scope="col">Raises</th>
            </tr>
          </thead>
          <tbody>
            {medicines.map(({ name, taken, raises }, index) => (
              // Somebody may list a medicine twice: its place tells the two apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is frozen with the submission
              <tr key={index}>
                <th scope="row">
                  {name}
                  <span className="trial-dose">{taken || 'dose not given'}</span>
                </th>
                <td>
                  {raises.length === 0 ? (
                    <span className="absent">nothing here</span>
                  ) : (
                    raises.map((flag) => flag.name).join(', ')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AnswerList lines={lines} />
    </>
  );
}
