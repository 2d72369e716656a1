import { type FormEvent, useRef, useState } from 'react';
import { type StaffFields, staffFieldsSchema } from '../../coverage/staff-fields.ts';
import { type PriorAuthorization, staffFieldsSaved } from '../../submission/coverage-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ask, type Refusal, refusalBehind } from '../api.ts';
import { dropTyped, keepTyped, typedIn } from '../session/memory.ts';
import { troubleWords } from '../trouble.tsx';
import { type StaffField, type StaffFieldGroup, staffLabel, staffText } from './staff-field-list.ts';

type Staff = PriorAuthorization['staff'];

interface Props {
  readonly caseId: string;
  readonly groups: readonly StaffFieldGroup[];
  readonly staff: Staff;
  /** Reads the sheet again. */
  readonly reload: () => Promise<Staff | undefined>;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[]; readonly attempt: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody else saved in between: both stand side by side. */
  | { readonly kind: 'conflict'; readonly mine: StaffFields; readonly theirs: Staff };

const idOf = (key: string) => `staff-${key}`;
const NONE = 'none';

/** What staff add to a sheet. Fields of other forms stay as they are. */
export function StaffForm({ caseId, groups, staff, reload }: Props) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const where = `fields ${caseId}` as const;
  const [before, setBefore] = useState(() => typedIn<Fields>(where));
  /** Every letter: the session may end before the button is pressed. */
  const remember = () => {
    if (form.current)
      keepTyped(where, { ...typedIn<Fields>(where), ...enteredIn(new FormData(form.current), groups) });
    if (state.kind === 'saved') setState({ kind: 'idle' });
  };
  const forget = () => {
    dropTyped(where);
    setBefore(undefined);
  };

  const save = async (fields: StaffFields, version: number) => {
    setState({ kind: 'saving' });
    try {
      await ask(staffFieldsSaved, `/api/staff/submissions/${caseId}/staff-fields`, {
        method: 'PUT',
        body: fields,
        headers: version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
      });
      forget();
      await reload();
      setState({ kind: 'saved' });
    } catch (error) {
      const refusal = refusalBehind(error);
      const theirs =
        refusal.kind === 'refused' && refusal.code === 'changed-meanwhile' ? await reload() : undefined;
      setState(
        theirs === undefined ? { kind: 'refused', refusal } : { kind: 'conflict', mine: fields, theirs },
      );
    }
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.kind === 'saving') return;
    const entered = { ...staff.own, ...enteredIn(new FormData(event.currentTarget), groups) };
    const parsed = staffFieldsSchema.safeParse(onlyGiven(entered));
    if (parsed.success) return void save(parsed.data, staff.version);
    setAttempts(attempts + 1);
    const problems = parsed.error.issues.map(({ path: [key], message }) => ({
      controlId: idOf(String(key)),
      text: `${staffLabel(String(key))}: ${message}.`,
    }));
    setState({ kind: 'wrong', problems, attempt: attempts + 1 });
  };

  const standing: Fields = { ...staff.own, ...before };
  const problems = state.kind === 'wrong' ? state.problems : [];
  if (state.kind === 'conflict')
    return (
      <Conflict
        mine={state.mine}
        theirs={state.theirs.own}
        keepMine={() => void save(state.mine, state.theirs.version)}
        takeTheirs={() => {
          forget();
          setState({ kind: 'idle' });
        }}
      />
    );
  return (
    <form
      ref={form}
      key={staff.version}
      className="staff-form"
      noValidate
      onSubmit={submit}
      onInput={remember}
    >
      <ErrorSummary locale="en" problems={problems} attempt={attempts} />
      {before && (
        <p className="typed-before" role="status">
          What you typed here before you signed in again is not saved yet.
        </p>
      )}
      {groups.map(({ title, fields }) => (
        <fieldset key={title} className="staff-group">
          <legend>{title}</legend>
          <div className="staff-fields">
            {fields.map((field) => (
              <OneField
                key={field.key}
                field={field}
                own={standing[field.key]}
                clinic={staff.clinic[field.key]}
                error={problems.find(({ controlId }) => controlId === idOf(field.key))?.text}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="staff-save">
        <Button type="submit">{state.kind === 'saving' ? 'Saving…' : 'Save these fields'}</Button>
        <span role="status" className="muted">
          {state.kind === 'saved' && 'Saved. The sheet is up to date.'}
        </span>
        {state.kind === 'refused' && (
          <p className="form-trouble" role="alert">
            Not saved. {troubleWords(state.refusal)}
          </p>
        )}
      </div>
    </form>
  );
}

interface FieldProps {
  readonly field: StaffField;
  readonly own: string | readonly string[] | undefined;
  /** What the clinic's settings say, where the case says nothing. */
  readonly clinic: string | readonly string[] | undefined;
  readonly error: string | undefined;
}

function OneField({ field, own, clinic, error }: FieldProps) {
  const fromClinic = clinic === undefined ? undefined : `From the settings: ${staffText(field.key, clinic)}`;
  const hint = [field.hint, fromClinic].filter(Boolean).join(' ') || undefined;
  const id = idOf(field.key);
  switch (field.kind) {
    case 'line':
    case 'day':
      return (
        <TextField
          id={id}
          locale="en"
          control={{ name: field.key }}
          label={field.label}
          {...(hint === undefined ? {} : { hint })}
          error={error}
          input={{ autoComplete: 'off', defaultValue: typeof own === 'string' ? own : '' }}
        />
      );
    case 'one':
      return (
        <div className="field">
          <label htmlFor={id}>{field.label}</label>
          {hint !== undefined && (
            <p className="hint" id={`${id}-hint`}>
              {hint}
            </p>
          )}
          <select
            id={id}
            name={field.key}
            className="input"
            defaultValue={typeof own === 'string' ? own : ''}
            {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
          >
            <option value="">Not stated</option>
            {field.choices.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      );
    case 'several': {
      const list = Array.isArray(own) ? own : undefined;
      return (
        <fieldset className="several">
          <legend>{field.label}</legend>
          {[...field.choices, { value: NONE, text: 'None of them' }].map(({ value, text }, at) => (
            <label key={value} className="check">
              <input
                type="checkbox"
                id={at === 0 ? id : `${id}-${value}`}
                name={field.key}
                value={value}
                defaultChecked={value === NONE ? list?.length === 0 : list?.includes(value)}
              />
              {text}
            </label>
          ))}
        </fieldset>
      );
    }
  }
}

interface ConflictProps {
  readonly mine: StaffFields;
  readonly theirs: StaffFields;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Nothing is lost before somebody has chosen. */
function Conflict({ mine, theirs, keepMine, takeTheirs }: ConflictProps) {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])] as (keyof StaffFields)[];
  const differing = keys.filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]));
  return (
    <div className="trouble" role="alert">
      <h3>Somebody else saved these fields in the meantime</h3>
      <p>Nothing of yours is lost. Choose which stands.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Yours</th>
            <th scope="col">Theirs</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((key) => (
            <tr key={key}>
              <th scope="row">{staffLabel(key)}</th>
              <td>{staffText(key, mine[key])}</td>
              <td>{staffText(key, theirs[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="button-row">
        <Button onClick={keepMine}>Save mine over it</Button>
        <Button look="secondary" onClick={takeTheirs}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}

/** What stands in the form. */
type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A blank field is not stated; a list is, once one of it or "none" is ticked. */
function enteredIn(entered: FormData, groups: readonly StaffFieldGroup[]): Fields {
  const fields: Record<string, string | readonly string[] | undefined> = {};
  for (const { key, kind } of groups.flatMap((group) => group.fields)) {
    if (kind === 'several') {
      const ticked = entered.getAll(key).map(String);
      const chosen = ticked.filter((value) => value !== NONE);
      fields[key] = ticked.length === 0 ? undefined : chosen;
    } else {
      const typed = String(entered.get(key) ?? '').trim();
      fields[key] = typed === '' ? undefined : typed;
    }
  }
  return fields;
}

const onlyGiven = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
