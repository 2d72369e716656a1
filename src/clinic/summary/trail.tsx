import type { Summary } from '../../submission/staff-wire.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';

/** Risk and contraindication answers that were changed before sending. */
export function Trail({ trail }: { readonly trail: Summary['trail'] }) {
  const timeZone = useClinic()?.timeZone;
  if (trail.length === 0)
    return <p className="absent">No safety or contraindication answer was changed before sending.</p>;
  return (
    <table className="trail">
      <caption className="visually-hidden">Changed answers</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Was</th>
          <th scope="col">Sent</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {trail.map((entry) => (
          <tr key={`${entry.label} ${entry.at}`}>
            <th scope="row">{entry.label}</th>
            <td>{entry.from}</td>
            <td>{entry.to}</td>
            <td>
              <time dateTime={entry.at}>{moment(entry.at, timeZone)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
