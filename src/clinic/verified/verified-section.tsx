import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { questionsToCorrect } from '../../submission/correctable.ts';
import type { VerifiedAnswers, VerifyRequest } from '../../submission/verified-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ChangedFlags } from '../follow-ups/difference.tsx';
import { useClinic } from '../shell/clinic.ts';
import { AnswerText } from '../summary/answer-text.tsx';
import { Disclosure } from '../summary/disclosure.tsx';
import { Trouble, troubleWords } from '../trouble.tsx';
import { useWorking } from '../work/working.tsx';
import { useVerified } from './use-verified.ts';
import { VerifiedLine, VerifiedList } from './verified-list.tsx';
import { wordsOf } from './words.ts';

const CorrectionForm = lazy(() => import('./correction-form.tsx'));

type Verifiable = VerifiedAnswers['verifiable'][number];

interface Wanted {
  readonly of: Pick<Verifiable, 'key' | 'label'>;
  readonly body: VerifyRequest;
}

/** A colleague was faster: both versions, and which of them shall stand. */
function Conflict({
  wanted,
  theirs,
  settle,
}: {
  readonly wanted: Wanted;
  readonly theirs: VerifiedAnswers;
  readonly settle: (whose: 'mine' | 'theirs') => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <div className="conflict" ref={box} tabIndex={-1} role="alert" aria-labelledby="verify-conflict">
      <h3 id="verify-conflict">A colleague verified something in the meantime</h3>
      <dl className="versions">
        <div>
          <dt>Yours, not saved</dt>
          <dd>{wordsOf(wanted.of.label, wanted.body)}</dd>
        </div>
        <div>
          <dt>Theirs, saved</dt>
          <dd>
            <ul className="plain">
              {theirs.answers.map((one) => (
                <li key={one.key}>
                  <VerifiedLine of={one} />
                </li>
              ))}
              {theirs.answers.length === 0 && <li>Nothing is verified any more.</li>}
            </ul>
          </dd>
        </div>
      </dl>
      <div className="button-row">
        <Button onClick={() => settle('mine')}>Save yours as well</Button>
        <Button look="secondary" onClick={() => settle('theirs')}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}

/** Which statement, what the patient said, and what is right. */
function Verify({
  found: { version, verifiable },
  save,
}: {
  readonly found: VerifiedAnswers;
  readonly save: (wanted: Wanted, seen: number | null) => Promise<boolean>;
}) {
  const clinic = useClinic();
  const [key, setKey] = useState('');
  /** How it stood when the question was chosen: what a colleague verifies meanwhile was not seen. */
  const [seen, setSeen] = useState(version);
  const chosen = verifiable.find((one) => one.key === key);
  const choose = (next: string) => {
    setKey(next);
    setSeen(version);
  };
  const saveAndClose = async (body: VerifyRequest) => {
    if (chosen && (await save({ of: chosen, body }, seen))) setKey('');
  };
  return (
    <div className="ask-form">
      <div className="field">
        <label htmlFor="verify-key">Answer</label>
        <select id="verify-key" className="input" value={key} onChange={({ target }) => choose(target.value)}>
          <option value="">Choose a question</option>
          {verifiable.map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </select>
      </div>
      {chosen && (
        <>
          <p>
            The patient reported: <AnswerText line={{ ...chosen, ...chosen.reported }} />
          </p>
          <Button look="secondary" onClick={() => void saveAndClose({ kind: 'confirmed' })}>
            Confirm as reported
          </Button>
          {questionsToCorrect(key).length === 0 ? (
            <p className="muted">
              A scale is the patient’s own: ask them again, under “Questions to the patient”.
            </p>
          ) : (
            clinic && (
              <Suspense fallback={<p role="status">One moment…</p>}>
                <CorrectionForm
                  key={key}
                  of={key}
                  clinic={clinic}
                  standing={chosen.standing}
                  onSave={(answers) => void saveAndClose({ kind: 'corrected', answers })}
                />
              </Suspense>
            )
          )}
        </>
      )}
    </div>
  );
}

/** The summary is of the moment at which it was opened: what a colleague verified since is offered, never put in. */
function NotShown({ isNews, show }: { readonly isNews: boolean; readonly show: () => void }) {
  return (
    <div role="status">
      {isNews && (
        <p className="newer-answers">
          A colleague has verified answers since you opened this case.{' '}
          <Button look="secondary" onClick={show}>
            Show what holds now
          </Button>
        </p>
      )}
    </div>
  );
}

interface Props {
  readonly id: string;
  /** What of it the summary above holds. */
  readonly shownVersion: number | null;
}

/** A clinician's word over what the patient said; that stays, and both are screened. */
export function VerifiedSection({ id, shownVersion }: Props) {
  const working = useWorking();
  const { found, error, again, save, showSummary } = useVerified(id);
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const [conflict, setConflict] = useState<{ wanted: Wanted; theirs: VerifiedAnswers }>();
  if (!found)
    return error ? (
      <Trouble title="Verified answers could not be loaded" error={error} retry={again} />
    ) : null;

  /** Says whether it is saved. */
  const attempt = async (wanted: Wanted, seen: number | null): Promise<boolean> => {
    setSaving(true);
    const saved = await save(wanted.of.key, wanted.body, seen);
    setConflict(saved.kind === 'changed' && saved.theirs ? { wanted, theirs: saved.theirs } : undefined);
    if (saved.kind === 'saved') {
      await Promise.all([showSummary(), working?.changedByMe()]);
      setSaid(`Saved: ${wordsOf(wanted.of.label, wanted.body)}.`);
    } else setSaid(saved.kind === 'refused' ? `Not saved. ${troubleWords(saved.refusal)}` : '');
    setSaving(false);
    return saved.kind === 'saved';
  };

  return (
    <section className="case-section" aria-labelledby="verified-title">
      <h2 id="verified-title">Verified answers</h2>
      <NotShown isNews={!isSaving && found.version !== shownVersion} show={() => void showSummary()} />
      {conflict && (
        <Conflict
          wanted={conflict.wanted}
          theirs={conflict.theirs}
          settle={(whose) => {
            setConflict(undefined);
            if (whose === 'mine') void attempt(conflict.wanted, conflict.theirs.version);
          }}
        />
      )}
      {found.answers.length === 0 ? (
        <p className="absent">No answer was verified: everything is as the patient reported it.</p>
      ) : (
        <>
          <VerifiedList
            answers={found.answers}
            onWithdraw={(of) => void attempt({ of, body: { kind: 'withdrawn' } }, found.version)}
          />
          <ChangedFlags of={found.difference} />
        </>
      )}
      <Disclosure part="verify" className="more" summary="Confirm or correct an answer">
        <Verify found={found} save={attempt} />
      </Disclosure>
      <p role="status" className="muted">
        {said}
      </p>
    </section>
  );
}
