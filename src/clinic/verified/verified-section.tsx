import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allQuestions } from '../../steps/catalog.ts';
import { type VerifiedAnswer, type VerifyRequest, verifiedAnswers } from '../../submission/verified-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Chip } from '../../ui/blocks/chip.tsx';
import { ask, refusalBehind } from '../api.ts';
import { DifferenceView } from '../follow-ups/difference.tsx';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { AnswerText } from '../summary/answer-text.tsx';
import { Disclosure } from '../summary/disclosure.tsx';
import { Trouble, troubleWords } from '../trouble.tsx';

type Choice = readonly [value: string, text: string];

/** What an answer can be corrected to here; other kinds are confirmed, or asked of the patient again. */
const choicesOf = (key: string): readonly Choice[] => {
  const question = allQuestions.find((one) => one.key === key);
  if (question?.kind === 'yesNo')
    return question.options.map(
      (one): Choice => [
        one,
        { yes: 'Yes', no: 'No', unsure: 'Not sure', declined: 'Prefer not to say' }[one],
      ],
    );
  if (question?.kind !== 'choice') return [];
  const texts: Readonly<Record<string, string>> = question.words.en.options;
  return question.options.map((one): Choice => [one, texts[one] ?? one]);
};

function Row({ of, onWithdraw }: { readonly of: VerifiedAnswer; readonly onWithdraw: () => void }) {
  const timeZone = useClinic()?.timeZone;
  return (
    <li className="verified-answer">
      <Chip level="clear">{of.kind === 'confirmed' ? 'Confirmed' : 'Corrected'}</Chip>
      <span>
        <strong>{of.label}</strong>: <AnswerText line={{ key: of.key, label: of.label, ...of.verified }} />
        {of.kind === 'corrected' && (
          <>
            {' '}
            · patient reported <AnswerText line={{ key: of.key, label: of.label, ...of.reported }} />
          </>
        )}
      </span>
      <span className="muted small">
        {of.by}, {moment(of.at, timeZone)}
      </span>
      <Button look="quiet" aria-label={`Take back: ${of.label}`} onClick={onWithdraw}>
        Take back
      </Button>
    </li>
  );
}

/** A clinician's word over what the patient said; that stays, and both are screened. */
export function VerifiedSection({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const address = `/api/staff/submissions/${id}/verified`;
  const queryKey = ['verified', id];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(verifiedAnswers, address, { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [said, setSaid] = useState('');
  if (!data)
    return error ? (
      <Trouble title="Verified answers could not be loaded" error={error} retry={() => void refetch()} />
    ) : null;
  const save = async (of: string, body: VerifyRequest) => {
    const headers: Record<string, string> =
      data.version === null ? { 'if-none-match': '*' } : { 'if-match': `"${data.version}"` };
    try {
      client.setQueryData(
        queryKey,
        await ask(verifiedAnswers, `${address}/${of}`, { method: 'PUT', body, headers }),
      );
      setSaid('Saved.');
      setKey('');
      setValue('');
    } catch (problem) {
      setSaid(`Not saved. ${troubleWords(refusalBehind(problem))}`);
    }
  };
  const chosen = data.verifiable.find((one) => one.key === key);
  const choices = choicesOf(key);
  return (
    <section className="case-section" aria-labelledby="verified-title">
      <h2 id="verified-title">Verified answers</h2>
      {data.answers.length === 0 ? (
        <p className="absent">No answer was verified: everything is as the patient reported it.</p>
      ) : (
        <>
          <ul className="verified-answers">
            {data.answers.map((one) => (
              <Row key={one.key} of={one} onWithdraw={() => void save(one.key, { kind: 'withdrawn' })} />
            ))}
          </ul>
          <DifferenceView difference={data.difference} before="Patient reported" after="Verified" />
        </>
      )}
      <Disclosure part="verify" className="more" summary="Confirm or correct an answer">
        <div className="ask-form">
          <div className="field">
            <label htmlFor="verify-key">Answer</label>
            <select
              id="verify-key"
              className="input"
              value={key}
              onChange={({ target }) => setKey(target.value)}
            >
              <option value="">Choose a question</option>
              {data.verifiable.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.label}
                </option>
              ))}
            </select>
          </div>
          {chosen && (
            <p>
              The patient reported: <AnswerText line={{ ...chosen, ...chosen.reported }} />
            </p>
          )}
          {chosen && choices.length > 0 && (
            <div className="field">
              <label htmlFor="verify-value">Correct it to</label>
              <select
                id="verify-value"
                className="input"
                value={value}
                onChange={({ target }) => setValue(target.value)}
              >
                <option value="">Choose an answer</option>
                {choices.map(([one, text]) => (
                  <option key={one} value={one}>
                    {text}
                  </option>
                ))}
              </select>
            </div>
          )}
          {chosen && (
            <div className="ask-actions">
              <Button look="secondary" onClick={() => void save(key, { kind: 'confirmed' })}>
                Confirm as reported
              </Button>
              {value !== '' && (
                <Button onClick={() => void save(key, { kind: 'corrected', value })}>
                  Save the correction
                </Button>
              )}
            </div>
          )}
        </div>
      </Disclosure>
      <p role="status" className="muted">
        {said}
      </p>
    </section>
  );
}
