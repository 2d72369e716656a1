import { type MouseEvent, useId, useLayoutEffect, useRef } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { uiWords } from '../words/words.ts';

/** What is to be mended, in the same words as beside the control, and the control to go to. */
export interface FieldProblem {
  readonly controlId: string;
  readonly text: string;
}

interface Props {
  readonly locale: Locale;
  readonly problems: readonly FieldProblem[];
  /** Grows with every press of Continue: the summary takes the focus each time. */
  readonly attempt: number;
}

/**
 * The question around a control, so that it is read before the control is used; but not where that would push the
 * control into the lower half of the window, behind the keyboard of a phone.
 */
function placeToShow(control: HTMLElement): Element {
  const question = control.closest('.question, .item, .field');
  if (!question || control.matches('[type="radio"], [type="checkbox"]')) return question ?? control;
  const distance = control.getBoundingClientRect().bottom - question.getBoundingClientRect().top;
  if (distance < window.innerHeight / 2) return question;
  return document.querySelector(`label[for="${CSS.escape(control.id)}"]`) ?? control;
}

/** Above the h1 after a Continue that could not go on. */
export function ErrorSummary({ locale, problems, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const shown = problems.length > 0;
  useLayoutEffect(() => {
    if (shown && attempt > 0) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;

  // The address must not change: a fragment there would be a new page for Back.
  const goTo = (controlId: string) => (event: MouseEvent) => {
    const control = document.getElementById(controlId);
    if (!control) return;
    event.preventDefault();
    placeToShow(control).scrollIntoView({ block: 'start' });
    control.focus({ preventScroll: true });
  };

  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={titleId}>
      <h2 id={titleId}>{uiWords[locale].problems.summary}</h2>
      <ul className="error-list">
        {problems.map(({ controlId, text }) => (
          <li key={controlId}>
            <a href={`#${controlId}`} onClick={goTo(controlId)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
