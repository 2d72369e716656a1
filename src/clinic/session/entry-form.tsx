import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button, type Look } from '../../ui/blocks/button.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { type Refusal, refusalBehind } from '../api.ts';
import { troubleWords } from '../trouble.tsx';

/** What went wrong with a form: something in a field, or on the way. */
export type FormTrouble =
  | { readonly in: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly in: 'way'; readonly words: string; readonly instead?: ReactNode };

interface Props {
  readonly verb: string;
  readonly verbing: string;
  readonly look?: Look;
  /** What is to be mended before anything is sent. */
  readonly check: (entered: FormData) => readonly FieldProblem[];
  /** Sends it; what is thrown is put to `explain`. */
  readonly submit: (entered: FormData) => Promise<void>;
  /** What a refusal has to do with a field; `undefined`: nothing. */
  readonly explain: (refusal: Refusal) => FormTrouble | undefined;
  readonly children: (errorOf: (controlId: string) => string | undefined) => ReactNode;
}

/** A short form: checked when it is sent, keeps what was typed, and takes the focus to what is to be mended. */
export function EntryForm({ verb, verbing, look = 'primary', check, submit, explain, children }: Props) {
  const [trouble, setTrouble] = useState<FormTrouble>();
  const [attempt, setAttempt] = useState(0);
  const isSending = useRef(false);
  const [isBusy, setBusy] = useState(false);

  const fail = (found: FormTrouble) => {
    setTrouble(found);
    setAttempt((count) => count + 1);
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending.current) return;
    const entered = new FormData(event.currentTarget);
    const problems = check(entered);
    if (problems.length > 0) return fail({ in: 'fields', problems });
    isSending.current = true;
    setBusy(true);
    try {
      await submit(entered);
    } catch (error) {
      const refusal = refusalBehind(error);
      fail(explain(refusal) ?? { in: 'way', words: troubleWords(refusal) });
    } finally {
      isSending.current = false;
      setBusy(false);
    }
  };

  const problems = trouble?.in === 'fields' ? trouble.problems : [];
  return (
    <form className="entry-form" noValidate onSubmit={onSubmit} aria-busy={isBusy}>
      <ErrorSummary locale="en" problems={problems} attempt={attempt} />
      {trouble?.in === 'way' && (
        <div key={attempt} className="error-summary" role="alert">
          <p>{trouble.words}</p>
          {trouble.instead}
        </div>
      )}
      {children((controlId) => problems.find((problem) => problem.controlId === controlId)?.text)}
      <Button type="submit" look={look}>
        {isBusy ? verbing : verb}
      </Button>
    </form>
  );
}

/** What somebody typed into a field of a form. */
export const typed = (entered: FormData, name: string): string => {
  const value = entered.get(name);
  return typeof value === 'string' ? value : '';
};
