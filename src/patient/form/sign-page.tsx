import { type FormEvent, useState } from 'react';
import { dateText } from '../../questions/display.ts';
import type { Consent } from '../../questions/values.ts';
import { consentText } from '../../steps/sending/consent-text.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { inOnePiece } from '../shell/one-piece.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { FormPage, Saving } from './form-page.tsx';
import { personName, someoneHelps } from './helper.ts';
import { now, useIntake } from './intake.ts';
import { useCaption } from './question-page.tsx';
import { isSameName } from './signed-name.ts';

const NAME = 'sign-name';
const RELATION = 'sign-relation';

const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The name that a signature is held against: the person's own, or the helper's. */
function useGivenName(): string {
  const { draft } = useIntake();
  const { firstName, lastName, helperName } = draft.answers;
  return someoneHelps(draft) ? (helperName ?? '') : [firstName, lastName].filter(Boolean).join(' ');
}

export function SignPage() {
  const words = useWords();
  const { sign } = words;
  const { locale } = useSurroundings();
  const { today } = useClinic();
  const { sitting, draft } = useIntake();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [differing, setDiffering] = useState<Consent>();
  const given = useGivenName();
  const helper = someoneHelps(draft);
  const { caption, title } = useCaption('sign');
  usePageTurn(problems.length > 0 ? tell(words.form.errorTitle, { title }) : title, 'sign');

  const send = (consents: Consent) => {
    sitting.actor.send({ type: 'CONTINUE', place: 'sign', answers: { consents }, at: now() });
    sitting.actor.send({ type: 'SEND', at: now() });
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = textIn(form, NAME);
    const relation = textIn(form, RELATION);
    const found = [
      ...(name ? [] : [{ controlId: NAME, text: sign.nameNeeded }]),
      ...(helper && !relation ? [{ controlId: RELATION, text: sign.relationNeeded }] : []),
    ];
    setProblems(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) return;
    const consents: Consent = {
      version: consentText.version,
      at: now(),
      language: locale,
      name,
      ...(relation && { relation }),
    };
    if (isSameName(name, given)) send(consents);
    else setDiffering(consents);
  };

  const errorOf = (controlId: string) => problems.find((problem) => problem.controlId === controlId)?.text;

  if (differing)
    return (
      <DifferentName
        typed={differing.name}
        given={given}
        onKeep={() => send(differing)}
        onChange={() => setDiffering(undefined)}
      />
    );

  return (
    <FormPage caption={caption} onBack={() => goTo('form', 'check')}>
      <form className="page-form" noValidate onSubmit={submit}>
        <ErrorSummary locale={locale} problems={problems} attempt={attempt} />
        <div className="page-intro">
          <h1>{sign.h1}</h1>
          <p>{sign.declaration}</p>
        </div>
        <div className="panel">
          {consentText[locale].map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <TextField
          id={NAME}
          locale={locale}
          control={{ name: NAME }}
          label={helper ? sign.nameHelper : sign.name}
          hint={sign.sign}
          error={errorOf(NAME)}
          as="question"
          input={{
            autoComplete: helper ? 'off' : 'name',
            spellCheck: false,
            enterKeyHint: 'done',
            defaultValue: draft.answers.consents?.name,
          }}
        />
        {helper && (
          <TextField
            id={RELATION}
            locale={locale}
            control={{ name: RELATION }}
            label={tell(sign.relation, { name: personName(draft) ?? words.helper.someone })}
            error={errorOf(RELATION)}
            as="question"
            input={{
              autoComplete: 'off',
              defaultValue: draft.answers.consents?.relation ?? draft.answers.helperRelation,
            }}
          />
        )}
        <div className="page-end">
          <p className="muted">{tell(sign.dateSigned, { date: inOnePiece(dateText(today, locale)) })}</p>
          <Saving />
          <Button type="submit" wide>
            {sign.send}
          </Button>
          <p>
            <Button look="quiet" onClick={() => goTo('form', 'keep')}>
              {words.finishLater}
            </Button>
          </p>
        </div>
      </form>
    </FormPage>
  );
}

interface Differing {
  readonly typed: string;
  readonly given: string;
  readonly onKeep: () => void;
  readonly onChange: () => void;
}

/** "Please check the name": it can be kept as it is. */
function DifferentName({ typed, given, onKeep, onChange }: Differing) {
  const { sign } = useWords();
  const { title } = useCaption('sign');
  usePageTurn(title, 'sign-different');
  return (
    <FormPage onBack={onChange}>
      <h1>{sign.different}</h1>
      <p className="notice warning">{tell(sign.differentText, { typed, given })}</p>
      <div className="stacked">
        <Button wide onClick={onChange}>
          {sign.changeName}
        </Button>
        <Button look="secondary" wide onClick={onKeep}>
          {sign.keepName}
        </Button>
      </div>
    </FormPage>
  );
}
