import { type FormEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import type { Refusal } from '../api.ts';
import { troubleWords } from '../trouble.tsx';

interface Props {
  readonly title: string;
  readonly submit?: string;
  readonly onClose: () => void;
  /** Does what the form asks for; gives back why it was not done. */
  readonly onSubmit?: (form: FormData) => Promise<Refusal | undefined>;
  readonly children: ReactNode;
}

/** Docked under the case, so that the case can be read while something is written about it. Escape closes it. */
export function Panel({ title, submit, onClose, onSubmit, children }: Props) {
  const box = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSending, setSending] = useState(false);

  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>(':is(input, textarea, .button):not(.work-panel-head *)')?.focus();
  }, []);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!onSubmit || isSending) return;
    setSending(true);
    setRefusal(await onSubmit(new FormData(event.currentTarget)));
    setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      ref={box}
      className="work-panel"
      aria-labelledby="work-panel-title"
      noValidate
      onSubmit={(event) => void send(event)}
      onKeyDown={onKeyDown}
    >
      <div className="work-panel-head">
        <h2 id="work-panel-title">{title}</h2>
        <Button look="quiet" onClick={onClose}>
          Close{' '}
          <span className="key" aria-hidden="true">
            Esc
          </span>
        </Button>
      </div>
      {refusal && (
        <p className="work-error" role="alert">
          Not done. {troubleWords(refusal)}
        </p>
      )}
      {children}
      {submit && (
        <div className="button-row">
          <Button type="submit">{submit}</Button>
          <span role="status" className="muted">
            {isSending && 'Saving…'}
          </span>
        </div>
      )}
    </form>
  );
}
