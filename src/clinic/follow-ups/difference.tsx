import type { WireDifference } from '../../submission/follow-up-wire.ts';
import { AnswerText } from '../summary/answer-text.tsx';

type Said = WireDifference['lines'][number]['before'];

const Cell = ({ said, key_ }: { readonly said: Said; readonly key_: string }) =>
  said === null ? (
    <span className="muted">not asked</span>
  ) : (
    <AnswerText line={{ key: key_, label: '', ...said }} />
  );

function Flags({ title, flags }: { readonly title: string; readonly flags: WireDifference['appeared'] }) {
  if (flags.length === 0) return null;
  return (
    <div>
      <p className="difference-title">{title}</p>
      <ul className="changed-flags">
        {flags.map(({ id, status, words }) => (
          <li key={`${id} ${status}`}>
            {status === 'unknown' && <strong>? Not known: </strong>}
            {words} <code>{id}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Every finding that came or went. */
export const ChangedFlags = ({
  of: { appeared, gone },
}: {
  readonly of: Pick<WireDifference, 'appeared' | 'gone'>;
}) => (
  <>
    <Flags title="Findings that appeared" flags={appeared} />
    <Flags title="Findings that are gone" flags={gone} />
  </>
);

/** What a change did: each answer before and after, and every finding that came or went. */
export function DifferenceView({
  difference: { lines, appeared, gone },
  before,
  after,
}: {
  readonly difference: WireDifference;
  /** Above the two columns: "Was", "Now". */
  readonly before: string;
  readonly after: string;
}) {
  return (
    <div className="difference">
      {lines.length === 0 ? (
        <p className="absent">No answer of the form was changed.</p>
      ) : (
        <table className="trail">
          <caption className="visually-hidden">Answers before and after</caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.label}</th>
                <td>
                  <Cell said={line.before} key_={line.key} />
                </td>
                <td>
                  <Cell said={line.after} key_={line.key} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ChangedFlags of={{ appeared, gone }} />
      {lines.length > 0 && appeared.length + gone.length === 0 && (
        <p className="muted">No finding changed.</p>
      )}
    </div>
  );
}
