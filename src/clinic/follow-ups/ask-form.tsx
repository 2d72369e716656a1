import { type FormEvent, useEffect, useState } from 'react';
import { LONGEST_QUESTION, type StaffFollowUps } from '../../submission/follow-up-wire.ts';
import { MOST_TEXTS } from '../../submission/reply-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { refusalBehind } from '../api.ts';
import { dropTyped, keepTyped, typedIn } from '../session/memory.ts';
import { troubleWords } from '../trouble.tsx';

type Askable = StaffFollowUps['askable'];

interface Typed {
  readonly texts: readonly string[];
  readonly keys: readonly string[];
}

interface Props {
  readonly caseId: string;
  readonly askable: Askable;
  /** Questions of the form that are chosen already. */
  readonly first: readonly string[];
  readonly ask: (
    questions: { readonly texts: readonly string[]; readonly keys: readonly string[] },
    id: string,
  ) => Promise<void>;
}

/** Questions of the form, one after the other: the patient gets the same controls again. */
function FormQuestions({
  askable,
  chosen,
  choose,
}: {
  readonly askable: Askable;
  readonly chosen: readonly string[];
  readonly choose: (keys: readonly string[]) => void;
}) {
  const sections = [...new Set(askable.map(({ section }) => section))];
  const labelOf = (key: string) => askable.find((one) => one.key === key)?.label ?? key;
  return (
    <>
      <div className="field">
        <label htmlFor="ask-key">Ask a question of the form again</label>
        <select
          id="ask-key"
          className="input"
          value=""
          onChange={({ target: { value } }) => value && choose([...chosen, value])}
        >
          <option value="">Choose a question</option>
          {sections.map((section) => (
            <optgroup key={section} label={section}>
              {askable
                .filter((one) => one.section === section && !chosen.includes(one.key))
                .map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {chosen.length > 0 && (
        <ul className="chosen-questions" aria-label="Asked again">
          {chosen.map((key) => (
            <li key={key}>
              {labelOf(key)}
              <Button
                look="quiet"
                aria-label={`Remove ${labelOf(key)}`}
                onClick={() => choose(chosen.filter((one) => one !== key))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the clinic wants to know. It stays in the form until the server has it. */
export function AskForm({ caseId, askable, first, ask }: Props) {
  const where = `question ${caseId}` as const;
  const [before] = useState(() => typedIn<Typed>(where));
  const [id, setId] = useState(() => crypto.randomUUID());
  const [texts, setTexts] = useState<readonly string[]>(before?.texts ?? ['']);
  const [keys, setKeys] = useState<readonly string[]>([...new Set([...(before?.keys ?? []), ...first])]);
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState<{ readonly isTrouble: boolean; readonly words: string }>();

  useEffect(() => {
    const isBlank = keys.length === 0 && texts.every((text) => text.trim() === '');
    if (isBlank) dropTyped(where);
    else keepTyped(where, { texts, keys } satisfies Typed);
  }, [where, texts, keys]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const written = texts.map((text) => text.trim()).filter((text) => text !== '');
    if (written.length + keys.length === 0) {
      setSaid({ isTrouble: true, words: 'Write a question, or choose one of the form.' });
      return;
    }
    setSending(true);
    try {
      await ask({ texts: written, keys }, id);
      setId(crypto.randomUUID());
      setTexts(['']);
      setKeys([]);
      setSaid({ isTrouble: false, words: 'Asked. The case now waits on the patient.' });
    } catch (error) {
      setSaid({ isTrouble: true, words: `Not asked. ${troubleWords(refusalBehind(error))}` });
    } finally {
      setSending(false);
    }
  };

  return (
    <form className="ask-form" noValidate onSubmit={(event) => void submit(event)}>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions keep their places
        <div className="field" key={index}>
          <label htmlFor={`ask-text-${index}`}>
            {index === 0 ? 'Your question to the patient' : `Your question ${index + 1}`}
          </label>
          <textarea
            id={`ask-text-${index}`}
            className="input"
            rows={3}
            maxLength={LONGEST_QUESTION}
            value={text}
            onChange={({ target: { value } }) =>
              setTexts(texts.map((one, at) => (at === index ? value : one)))
            }
          />
        </div>
      ))}
      {texts.length < MOST_TEXTS && (
        <Button look="quiet" className="add-question" onClick={() => setTexts([...texts, ''])}>
          Add another question
        </Button>
      )}
      <FormQuestions askable={askable} chosen={keys} choose={setKeys} />
      <div className="ask-actions">
        <Button type="submit">Ask the patient</Button>
        <span role="status" className={said?.isTrouble ? 'ask-trouble' : 'muted'}>
          {isSending ? 'Sending…' : said?.words}
        </span>
      </div>
      <p className="muted small">
        The patient finds it with the link or code of their form. They read it as you write it, in plain
        words.
      </p>
    </form>
  );
}
