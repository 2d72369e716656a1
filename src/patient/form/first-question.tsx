import { type FormEvent, useEffect, useRef, useState } from 'react';
import { displayWords } from '../../questions/display-words.ts';
import { emergencyNow } from '../../steps/danger/questions.ts';
import { sectionNames, sections } from '../../steps/step.ts';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { SaveLine } from '../../ui/blocks/save-line.tsx';
import { RadioTiles } from '../../ui/fields/radio-tiles.tsx';
import { idOf } from '../../ui/values/form-value.ts';
import { problemText } from '../../ui/values/problem.ts';
import { uiWords } from '../../ui/words/words.ts';
import type { Device } from '../session/device.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { telLink } from '../shell/one-piece.ts';
import { usePageTurn } from '../shell/page.ts';
import { painted } from '../shell/painted.ts';
import { goTo, replaceWith } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import type { Words } from '../words/words.ts';
import { PageFrame, QuestionsEnd } from './anatomy.tsx';
import type { FirstAnswer } from './first-answer.ts';

const { key } = emergencyNow;
const controlId = idOf(key);
type Answer = (typeof emergencyNow.options)[number];

const chosenIn = (form: HTMLFormElement): Answer | undefined => {
  const chosen = new FormData(form).get(key);
  return emergencyNow.options.find((option) => option === chosen);
};

const [section] = sections;
const count = { n: 1, of: sections.length };

/** Neutral: it stays in the history of the device. */
export const titleOf = (words: Words): string => `${tell(words.sectionShort, count)} · ${words.form.name}`;

/** The narrow line is left to the page itself for a while; whoever answers sooner has the rest fetched at once. */
const FETCH_AFTER_MS = 3_000;

/** Start was pressed. */
export interface Begun {
  readonly device: Device;
  /** Continue was pressed as well, before anybody listened. */
  readonly goesOn: boolean;
}

interface Props {
  readonly begun: Begun;
  /** Fetches the pages that follow. */
  readonly fetchForm: () => Promise<void>;
  /** From here on the form itself is in charge. */
  readonly onLeft: () => void;
}

/**
 * The first question as a native form: it is there, and takes its answer, before the code of the form has come. What
 * is chosen is kept from the moment the form is there.
 */
export function FirstQuestion({ begun: { device, goesOn }, fetchForm, onLeft }: Props) {
  const words = useWords();
  const { locale } = useSurroundings();
  const clinic = useClinic();
  const form = useRef<HTMLFormElement>(null);
  const opening = useRef<Promise<FirstAnswer | undefined>>(undefined);
  const [attempt, setAttempt] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const [isWaiting, setWaiting] = useState(goesOn);
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;

  const open = () => {
    // What was chosen is seen before the line is taken for anything else.
    opening.current ??= painted()
      .then(() => Promise.all([import('./first-answer.ts'), fetchForm()]))
      .then(([{ openFirstAnswer }]) => openFirstAnswer(clinic, locale, device));
    return opening.current;
  };
  /** With the sitting, once it is there; an older one on this device is gone on with instead. */
  const withSitting = (act: (first: FirstAnswer) => void) =>
    open().then((first) => {
      if (!first) onLeft();
      else if (form.current?.isConnected) act(first);
    }, setFault);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes up
  useEffect(() => {
    replaceWith('form', 'danger');
    // Pressed or chosen while nobody listened yet.
    if (goesOn && form.current) goOnWith(form.current);
    else if (form.current && chosenIn(form.current)) keep();
    const timer = setTimeout(() => void withSitting(() => {}), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const keep = () => void withSitting(({ keep }) => form.current && keep(chosenIn(form.current)));

  const goOnWith = (page: HTMLFormElement) => {
    const answer = chosenIn(page);
    setMissing(answer === undefined);
    setAttempt((before) => before + 1);
    setWaiting(answer !== undefined);
    if (answer === undefined) return;
    void withSitting((first) => {
      onLeft();
      first.goOn(answer);
    });
  };

  const goOn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    goOnWith(event.currentTarget);
  };

  const finishLater = () =>
    void withSitting((first) => {
      onLeft();
      first.finishLater();
    });

  const title = titleOf(words);
  const error = isMissing ? problemText({ code: 'answer' }, locale) : undefined;
  usePageTurn(error ? tell(words.form.errorTitle, { title }) : title, 'danger');

  const { label, hint } = emergencyNow.words[locale];
  return (
    <PageFrame
      onBack={() => goTo('start')}
      caption={{ ...count, text: tell(words.caption, { ...count, name: sectionNames[locale][section] }) }}
    >
      <form className="page-form" noValidate ref={form} onSubmit={goOn} onChange={keep}>
        <ErrorSummary
          locale={locale}
          problems={error ? [{ controlId, text: error }] : []}
          attempt={attempt}
        />
        <div className="questions">
          <div className="asked">
            <RadioTiles
              id={controlId}
              locale={locale}
              control={{ name: key }}
              legend={label}
              heading="h1"
              hint={[uiWords[locale].weNeedThis, hint].filter(Boolean).join(' ')}
              error={error}
              layout="pair"
              standalone
              options={emergencyNow.options.map((value) => ({
                value,
                text: displayWords[locale].yesNo[value],
              }))}
            />
          </div>
        </div>
        <QuestionsEnd
          saving={
            <>
              <SaveLine locale={locale} state="idle" />
              <p className="muted small" role="status" data-wait={words.loading}>
                {isWaiting && words.loading}
              </p>
              <p className="long-wait" role="alert">
                {words.support.body}{' '}
                <a href={telLink(clinic.phone)}>{tell(words.footer.call, { phone: clinic.phone })}</a>
              </p>
            </>
          }
          onLater={finishLater}
        />
      </form>
    </PageFrame>
  );
}
