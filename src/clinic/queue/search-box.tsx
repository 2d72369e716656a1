import { type FormEvent, useRef, useState } from 'react';
import { LONGEST_TERM, SHORTEST_TERM } from '../../submission/search-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import type { Search } from './use-search.ts';

/** The key `/` leads here. */
const SEARCH_INPUT = 'search';

/** Looks only when somebody says so: each search stands in the audit. */
export function SearchBox({ search: { term, look, end } }: { readonly search: Search<unknown> }) {
  const input = useRef<HTMLInputElement>(null);
  const [isTooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = input.current?.value.trim() ?? '';
    const isShort = [...typed].length < SHORTEST_TERM;
    setTooShort(isShort);
    if (isShort) input.current?.focus();
    else look(typed);
  };
  const clear = () => {
    if (input.current) input.current.value = '';
    setTooShort(false);
    end();
    input.current?.focus();
  };
  return (
    <search>
      <form className="search-box" noValidate onSubmit={submit}>
        <label htmlFor={SEARCH_INPUT}>Name, phone, birth date or reference</label>
        <div className="search-row">
          <input
            ref={input}
            id={SEARCH_INPUT}
            className="input"
            type="text"
            maxLength={LONGEST_TERM}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-invalid={isTooShort || undefined}
            aria-describedby={isTooShort ? 'search-short' : undefined}
            onKeyDown={({ key }) => key === 'Escape' && term !== '' && clear()}
          />
          <Button type="submit" look="secondary">
            Search
          </Button>
          {term !== '' && (
            <Button look="quiet" onClick={clear}>
              Clear
            </Button>
          )}
        </div>
        {isTooShort && (
          <p id="search-short" className="search-short" role="alert">
            Type at least {SHORTEST_TERM} characters.
          </p>
        )}
      </form>
    </search>
  );
}
