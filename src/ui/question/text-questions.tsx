import { type InputHTMLAttributes, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { codePoints } from '../../lib/code-points.ts';
import { fill } from '../../lib/locale.ts';
import type { BirthDate, Consents, Text } from '../../questions/question.ts';
import { Button } from '../blocks/button.tsx';
import { useEntry } from '../entry.tsx';
import { BirthDateFields } from '../fields/birth-date-fields.tsx';
import type { Control } from '../fields/control.ts';
import { TextField } from '../fields/text-field.tsx';
import { meantEmail } from '../values/email.ts';
import { type FormValues, idOf, nameOf, textIn } from '../values/form-value.ts';
import { plural, uiWords } from '../words/words.ts';
import { useControl, useProblem, useProblemsOf } from './bound.ts';
import { useSettled } from './use-settled.ts';
import { type Asks, useReads } from './words-of.tsx';

/** The shared part of a text question: its words, wiring and error. */
function useText(question: Text) {
  const { locale } = useEntry();
  const { legend, hint, why } = useReads(question);
  const control = useControl()(question.key);
  const error = useProblem()(question.key);
  return {
    id: idOf(question.key),
    locale,
    label: legend,
    hint,
    why,
    control,
    error,
    as: 'question',
  } as const;
}

/** Tells what is typed to one more listener. */
const heard = (control: Control, onType: (text: string) => void): Control => ({
  ...control,
  onChange: (event) => {
    onType(event.target.value);
    return control.onChange?.(event);
  },
});

/** A name or a number is not prose: no spelling marks under it. */
const attributes = (question: Text): InputHTMLAttributes<HTMLInputElement> => ({
  ...(question.autocomplete && { autoComplete: question.autocomplete }),
  ...(question.control === 'phone' && {
    type: 'tel',
    inputMode: 'tel',
    // Somebody else's number is not the one that the browser knows.
    autoComplete: question.autocomplete ?? 'off',
  }),
  ...(question.autocomplete && { spellCheck: false }),
});

export function LineQuestion({ of: question, heading }: Asks & { readonly of: Text }) {
  return (
    <TextField
      {...useText(question)}
      heading={heading}
      width={question.control === 'phone' ? 'w10' : 'w20'}
      input={attributes(question)}
    />
  );
}

/**
 * A tip for the likely slip of a finger; it can be taken with one press and never stands in the way. It comes with
 * a pause in typing, not on leaving the field: there it would push Continue away from under the finger.
 */
export function EmailQuestion({ of: question, heading }: Asks & { readonly of: Text }) {
  const text = useText(question);
  const { emailTip, emailUse } = uiWords[text.locale].text;
  const { setValue } = useFormContext<FormValues>();
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed);
  const meant = settled === typed ? meantEmail(typed) : undefined;
  const take = (suggestion: string) => {
    setValue(question.key, suggestion, { shouldDirty: true });
    setTyped('');
    document.getElementById(text.id)?.focus();
  };
  return (
    <TextField
      {...text}
      heading={heading}
      control={heard(text.control, setTyped)}
      input={{
        // Not type="email": its own checks and trimming differ from browser to browser.
        inputMode: 'email',
        autoComplete: question.autocomplete ?? 'email',
        autoCapitalize: 'none',
        spellCheck: false,
      }}
      below={
        <div role="status" id={`${text.id}-below`}>
          {meant && (
            <div className="tip">
              <p>{fill(emailTip, { suggestion: meant })}</p>
              <Button look="quiet" onClick={() => take(meant)}>
                {fill(emailUse, { suggestion: meant })}
              </Button>
            </div>
          )}
        </div>
      }
    />
  );
}

/**
 * How much is left, once it is a tenth, at least 100: a number beside an empty box only presses. Until then a key
 * draws nothing anew.
 */
function leftNearLimit(text: string, max: number): number | undefined {
  const left = max - codePoints(text.trim());
  return left <= Math.max(100, max / 10) ? left : undefined;
}

export function LongTextQuestion({ of: question, heading }: Asks & { readonly of: Text }) {
  const { helpHref } = useEntry();
  const text = useText(question);
  const words = uiWords[text.locale].text;
  const { getValues } = useFormContext<FormValues>();
  const { max } = question;
  const [left, setLeft] = useState(() => leftNearLimit(textIn(getValues(question.key)), max));
  const count =
    left === undefined ? '' : plural(text.locale, left < 0 ? words.over : words.left, Math.abs(left));
  return (
    <TextField
      {...text}
      heading={heading}
      multiline
      hint={
        <>
          {text.hint && <>{text.hint} </>}
          {words.notWatched} <a href={helpHref}>{words.helpNow}</a>
        </>
      }
      control={heard(text.control, (typed) => setLeft(leftNearLimit(typed, max)))}
      below={
        <>
          <p className="count" aria-hidden="true">
            {count}
          </p>
          <p className="visually-hidden" id={`${text.id}-below`} role="status">
            {useSettled(count)}
          </p>
        </>
      }
    />
  );
}

export function BirthDateQuestion({ of: question, heading }: Asks & { readonly of: BirthDate }) {
  const { locale, dateOrder } = useEntry();
  const { legend, hint, why } = useReads(question);
  const control = useControl();
  const problem = useProblem();
  const parts = ['month', 'day', 'year'] as const;
  return (
    <BirthDateFields
      idOf={(part) => idOf(nameOf(question, part))}
      control={(part) => control(nameOf(question, part))}
      order={dateOrder}
      locale={locale}
      legend={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={useProblemsOf()(parts.map((part) => nameOf(question, part)))}
      wrong={parts.filter((part) => problem(nameOf(question, part)) !== undefined)}
    />
  );
}

interface SignatureProps extends Asks {
  readonly of: Consents;
  /** A helper signs with their own name and says who they are to the patient. */
  readonly helper?: boolean;
}

/** The typed name; the text that is signed stands on the page above it. */
export function SignatureQuestion({ of: question, heading, helper }: SignatureProps) {
  const { locale } = useEntry();
  const { legend, hint, why } = useReads(question);
  const control = useControl();
  const problem = useProblem();
  const name = nameOf(question, 'name');
  const relation = nameOf(question, 'relation');
  return (
    <div className="question">
      <TextField
        id={idOf(name)}
        locale={locale}
        control={control(name)}
        label={legend}
        heading={heading}
        hint={hint}
        why={why}
        error={problem(name)}
        width="w20"
        input={{ autoComplete: 'name', spellCheck: false }}
      />
      {helper && (
        <TextField
          id={idOf(relation)}
          locale={locale}
          control={control(relation)}
          label={uiWords[locale].relation}
          width="w20"
        />
      )}
    </div>
  );
}
