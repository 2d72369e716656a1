import asked from 'virtual:form';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { holds } from '../shared/holds.js';
import { send } from '../shared/send.js';
import '../shared/plain.css';

const { pages, watched, start, device } = asked;

const at = (values, name) => name.split('.').reduce((inside, part) => inside?.[part], values);
const textsIn = (value) => [value ?? []].flat().filter((one) => one !== '' && one !== false);

/** Uncontrolled inputs, registered by name: typing draws nothing anew. */
function Field({ of: one, name = one.name, form }) {
  const reg = form.register(name, { required: one.needed === true });
  const hint = one.hint && <span className="hint">{one.hint}</span>;
  if (one.as === 'radios' || one.as === 'ticks')
    return (
      <fieldset>
        <legend>{one.label}</legend>
        {hint}
        {one.options.map(({ value, text }) => (
          <label key={value}>
            <input type={one.as === 'radios' ? 'radio' : 'checkbox'} value={value} {...reg} /> {text}
          </label>
        ))}
      </fieldset>
    );
  return (
    <div className="field">
      <label htmlFor={name}>{one.label}</label>
      {hint}
      {one.as === 'long' ? <textarea id={name} rows={5} {...reg} /> : <input id={name} {...reg} />}
    </div>
  );
}

function Rows({ of: { name, label, hint, add, fields }, form }) {
  const rows = useFieldArray({ control: form.control, name });
  return (
    <>
      <h3>{label}</h3>
      {hint && <p className="hint">{hint}</p>}
      {rows.fields.map((row, index) => (
        <section key={row.id}>
          {fields.map((one) => (
            <Field key={one.name} of={one} name={`${name}.${index}.${one.name}`} form={form} />
          ))}
        </section>
      ))}
      <button type="button" data-add={name} onClick={() => rows.append({})}>
        {add}
      </button>
    </>
  );
}

function Review({ values, isShown }) {
  const told = (one, value) =>
    textsIn(value)
      .map((text) => one.options?.find((option) => option.value === text)?.text ?? text)
      .join(', ') || 'Not answered';
  const row = (one, value, key) => (
    <div key={key}>
      <dt>{one.label}</dt>
      <dd>{told(one, value)}</dd>
    </div>
  );
  return (
    <dl className="answers">
      {pages
        .filter(isShown)
        .flatMap(({ entries }) =>
          entries
            .filter(isShown)
            .flatMap((one) =>
              one.as === 'rows'
                ? (values[one.name] ?? []).flatMap((values, index) =>
                    one.fields.map((part) =>
                      row(part, values[part.name], `${one.name}.${index}.${part.name}`),
                    ),
                  )
                : [row(one, at(values, one.name), one.name)],
            ),
        )}
    </dl>
  );
}

const flat = (value, name = '', into = {}) => {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) into[name] = value;
  else if (typeof value === 'object' && value !== null)
    for (const [part, one] of Object.entries(value)) flat(one, name ? `${name}.${part}` : part, into);
  else if (value) into[name] = value;
  return into;
};

function App() {
  const [page, setPage] = useState(-1);
  const form = useForm({ shouldUnregister: false });
  const watching = useWatch({ control: form.control, name: watched });
  const textsOf = (name) => textsIn(watching[watched.indexOf(name)]);
  const isShown = ({ when }) => holds(when, textsOf);
  const turn = (by) => {
    let next = page + by;
    while (next >= 0 && !isShown(pages[next])) next += by;
    setPage(next);
    scrollTo(0, 0);
  };
  const goOn = async () => {
    if (await form.trigger(undefined, { shouldFocus: true })) turn(1);
  };
  const submit = form.handleSubmit((values) => send(flat(values)));
  if (page === -1)
    return (
      <>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, made by the build */}
        <div dangerouslySetInnerHTML={{ __html: start }} />
        <Field of={device} form={form} />
        <button type="button" onClick={goOn}>
          Start now
        </button>
      </>
    );
  const { id, title, intro, text, entries } = pages[page];
  return (
    <form key={id} noValidate onSubmit={submit}>
      <h1>{title}</h1>
      {intro && <p>{intro}</p>}
      {text && (
        <ul>
          {text.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {id === 'check' && <Review values={form.getValues()} isShown={isShown} />}
      {entries
        .filter(isShown)
        .map((one) =>
          one.as === 'rows' ? (
            <Rows key={one.name} of={one} form={form} />
          ) : (
            <Field key={one.name} of={one} form={form} />
          ),
        )}
      <p>
        <button type="button" onClick={() => turn(-1)}>
          Back
        </button>{' '}
        {id === 'sign' ? (
          <button key="send" type="submit">
            Send
          </button>
        ) : (
          <button key="on" type="button" onClick={goOn}>
            Continue
          </button>
        )}
      </p>
    </form>
  );
}

createRoot(document.getElementById('root')).render(<App />);
