import { useState } from 'react';
import { type ReplayedCase, replayed } from '../../submission/replay-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask, refusalBehind } from '../api.ts';
import { troubleWords } from '../trouble.tsx';

type Packs = ReplayedCase['today']['packs'];

const nameOf = ({ rules, clinic }: Packs): string =>
  clinic === null
    ? `Rules ${rules}`
    : `Rules ${rules} and the clinic’s own ${clinic.version}, approved by ${clinic.approvedBy} on ${clinic.approvedOn}`;

const outcomes: Readonly<Record<ReplayedCase['stored']['outcome'], string>> = {
  identical: 'The same result, in every rule, score and trial.',
  different: 'Not the same result. Tell the operator: what is stored, or the program, was changed.',
  packNotReleased: 'Not possible: this server does not hold those rules. Tell the operator.',
  otherPack:
    'Not possible: the rules of that version are not the ones it was screened with. Tell the operator.',
  otherInputs: 'Not possible: the answers are not those that were screened. Tell the operator.',
};

function Differences({ list }: { readonly list: ReplayedCase['today']['differences'] }) {
  return (
    <table className="differences">
      <caption className="visually-hidden">Differences</caption>
      <thead>
        <tr>
          <th scope="col">About</th>
          <th scope="col">Stored</th>
          <th scope="col">Evaluated again</th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ about, before, after }) => (
          <tr key={about}>
            <th scope="row">{about}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Told({ stored, today }: ReplayedCase) {
  const many = today.differences.length;
  return (
    <>
      <h3>Under the rules of its day</h3>
      <p className="muted small">{nameOf(stored.packs)}</p>
      <p className={stored.outcome === 'identical' ? undefined : 'not-known'}>{outcomes[stored.outcome]}</p>
      {stored.differences.length > 0 && <Differences list={stored.differences} />}
      <h3>Under today’s rules</h3>
      <p className="muted small">{nameOf(today.packs)}</p>
      <p>
        {many === 0
          ? 'Nothing would be different.'
          : `${many} ${many === 1 ? 'thing' : 'things'} would be different. The stored result stays as it is.`}
      </p>
      {many > 0 && <Differences list={today.differences} />}
    </>
  );
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'told'; readonly replayed: ReplayedCase }
  | { readonly kind: 'refused'; readonly words: string };

/** The case put to its own rules again, and to today's. On request only: the server notes it in the audit. */
export function EvaluatedAgain({ id }: { readonly id: string }) {
  const [state, setState] = useState<State>({ kind: 'idle' });

  const evaluate = async () => {
    setState({ kind: 'asking' });
    try {
      const answer = await ask(replayed, `/api/staff/submissions/${id}/replay`, { method: 'POST' });
      setState({ kind: 'told', replayed: answer });
    } catch (error) {
      setState({ kind: 'refused', words: troubleWords(refusalBehind(error)) });
    }
  };

  return (
    <>
      {state.kind === 'idle' && (
        <p className="absent">
          Puts these answers again to the rules of the day they were sent, and to today’s. Nothing is changed.
        </p>
      )}
      <div role="status">
        {state.kind === 'asking' && <p>Evaluating…</p>}
        {state.kind === 'refused' && <p>{state.words}</p>}
        {state.kind === 'told' && <Told {...state.replayed} />}
      </div>
      <Button look="secondary" onClick={() => void evaluate()}>
        Evaluate again
      </Button>
    </>
  );
}
