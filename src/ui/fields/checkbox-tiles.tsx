import { type FormEvent, Fragment, type ReactNode } from 'react';
import { uiWords } from '../words/words.ts';
import type { Control } from './control.ts';
import { Group, type GroupProps } from './group.tsx';

interface Props extends Omit<GroupProps, 'children'> {
  readonly control: Control;
  readonly options: readonly { readonly value: string; readonly text: ReactNode }[];
  /** An option that excludes all others: "None of these". */
  readonly exclusive?: { readonly value: string; readonly text: ReactNode } | undefined;
  readonly chosen?: readonly string[];
  readonly standalone?: boolean;
}

/** Ticking "None of these" clears the others, and the other way round; each cleared box tells its listeners. */
function keepExclusive(event: FormEvent<HTMLDivElement>, exclusive: string | undefined) {
  const ticked = event.target;
  if (!(ticked instanceof HTMLInputElement) || !ticked.checked || exclusive === undefined) return;
  for (const box of event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const clashes = ticked.value === exclusive ? box !== ticked : box.value === exclusive;
    if (clashes && box.checked) box.click();
  }
}

/** Native checkboxes; the whole tile is the target. */
export function CheckboxTiles({ control, options, exclusive, chosen = [], standalone, ...group }: Props) {
  const all = exclusive ? [...options, exclusive] : options;
  return (
    <Group {...group}>
      <div className="tiles" onChange={(event) => keepExclusive(event, exclusive?.value)}>
        {all.map((option, index) => {
          const id = index === 0 ? group.id : `${group.id}-${option.value.replace('@', '')}`;
          return (
            <Fragment key={option.value}>
              {option === exclusive && (
                <p className="tiles-or" aria-hidden="true">
                  {uiWords[group.locale].or}
                </p>
              )}
              <div className="tile">
                <input
                  {...control}
                  type="checkbox"
                  id={id}
                  value={option.value}
                  {...(standalone && { defaultChecked: chosen.includes(option.value) })}
                />
                <label className="tile-face" htmlFor={id}>
                  {option.text}
                </label>
              </div>
            </Fragment>
          );
        })}
      </div>
    </Group>
  );
}
