import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { fill } from '../../lib/locale.ts';
import { Button } from '../blocks/button.tsx';
import { VisuallyHidden } from '../blocks/visually-hidden.tsx';
import { type Medicines, type Suggestion, useEntry } from '../entry.tsx';
import type { Control } from '../fields/control.ts';
import { TextField } from '../fields/text-field.tsx';
import { useSettled } from '../question/use-settled.ts';
import { plural } from '../words/words.ts';
import { listWords } from './words.ts';

const MOST = 6;

interface Props {
  readonly id: string;
  readonly control: Control;
  readonly label: ReactNode;
  readonly error?: string | undefined;
  readonly medicines: Medicines;
  /** What is in the input; the page's form keeps it, so that a name not yet added is not lost. */
  readonly typed: string;
  /** A name from the list, or as typed. */
  readonly onPick: (picked: Suggestion) => void;
}

/**
 * An input with suggestions (ARIA 1.2 combobox with a listbox). The last suggestion is always what was typed:
 * a medicine that is not on the list is as welcome as one that is.
 */
export function MedicineCombobox({ id, control, label, error, medicines, typed, onPick }: Props) {
  const { locale } = useEntry();
  const words = listWords[locale];
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const text = typed.trim();
  const found = open && text ? medicines.suggest(text, MOST) : [];
  const options: readonly Suggestion[] =
    open && text ? [...found, { name: text, label: fill(words.search.keep, { typed: text }) }] : [];
  const shown = options.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  // Not on blur: the page would move up under the finger, and the press on Continue would miss it.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Node && box.current?.contains(target)) return;
      setOpen(false);
      setActive(-1);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [open]);

  const pick = (suggestion: Suggestion) => {
    close();
    onPick(suggestion);
  };

  const addTyped = () => {
    if (text) pick({ name: text, label: text });
    else document.getElementById(id)?.focus();
  };

  const move = (to: number) => {
    setActive(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = options.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      return move(active === -1 && step === -1 ? last : (active + step + options.length) % options.length);
    }
    if (event.key === 'Enter' && text && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const chosen = options[active];
      return chosen ? pick(chosen) : addTyped();
    }
    if (event.key === 'Escape' && shown) {
      event.preventDefault();
      close();
    }
    if (event.key === 'Tab') close();
  };

  return (
    <div className="combobox" ref={box}>
      <TextField
        id={id}
        locale={locale}
        control={{
          ...control,
          onChange: (event) => {
            setOpen(true);
            setActive(-1);
            return control.onChange?.(event);
          },
        }}
        label={label}
        hint={words.search.hint}
        error={error}
        beside={
          <Button look="secondary" onClick={addTyped}>
            {words.search.add}
            {text && <VisuallyHidden> {text}</VisuallyHidden>}
          </Button>
        }
        input={{
          role: 'combobox',
          'aria-expanded': shown,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant': active >= 0 && shown ? optionId(active) : undefined,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
          onKeyDown,
        }}
      />
      <div
        className="combobox-list"
        id={listId}
        ref={list}
        role="listbox"
        aria-label={words.search.listLabel}
        hidden={!shown}
      >
        {options.map((option, index) => (
          // The keyboard works through the input, as the pattern asks: an option never has the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={option.label}
            id={optionId(index)}
            className={index === found.length ? 'combobox-option as-typed' : 'combobox-option'}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.label}
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {useSettled(shown ? plural(locale, words.search.matches, found.length) : '')}
      </p>
    </div>
  );
}
