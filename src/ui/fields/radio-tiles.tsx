import { type FormEvent, type ReactNode, useState } from 'react';
import { VisuallyHidden } from '../blocks/visually-hidden.tsx';
import type { Control } from './control.ts';
import { Group, type GroupProps } from './group.tsx';

export interface Option {
  readonly value: string;
  readonly text: ReactNode;
  readonly hint?: ReactNode;
  /** Read aloud behind the text: what the end of a scale means. */
  readonly spoken?: string | undefined;
}

/** `pair` for short answers side by side, `scale` for the joined answers of a rating, `numbers` for 0–10. */
export type TileLayout = 'stack' | 'pair' | 'scale' | 'numbers';

interface Props extends Omit<GroupProps, 'children'> {
  readonly control: Control;
  readonly options: readonly Option[];
  readonly layout?: TileLayout;
  /** What is chosen at first. react-hook-form sets the tiles itself; the notes need it in any case. */
  readonly chosen?: string | undefined;
  /** Without react-hook-form: the tiles start from `chosen`. */
  readonly standalone?: boolean;
  /** A calm sentence under the tiles once the option is chosen. */
  readonly notes?: Readonly<Partial<Record<string, string>>> | undefined;
  /** Stands above the tiles: the two ends of a scale. */
  readonly above?: ReactNode;
}

/** Native radios; the whole tile is the target. The first one has the id of the group. */
export function RadioTiles({
  control,
  options,
  layout = 'stack',
  chosen,
  standalone,
  notes,
  above,
  ...group
}: Props) {
  const [value, setValue] = useState(chosen);
  const follow = (event: FormEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLInputElement) setValue(event.target.value);
  };
  return (
    <Group {...group}>
      {above}
      <div className={layout === 'stack' ? 'tiles' : `tiles ${layout}`} {...(notes && { onChange: follow })}>
        {options.map((option, index) => {
          const id = index === 0 ? group.id : `${group.id}-${option.value}`;
          return (
            <div className="tile" key={option.value}>
              <input
                {...control}
                type="radio"
                id={id}
                value={option.value}
                {...(standalone && { defaultChecked: option.value === chosen })}
              />
              <label className="tile-face" htmlFor={id}>
                <span>
                  {option.text}
                  {option.spoken && <VisuallyHidden> {option.spoken}</VisuallyHidden>}
                </span>
                {option.hint && <span className="tile-hint">{option.hint}</span>}
              </label>
            </div>
          );
        })}
      </div>
      {notes && (
        <div className="option-note" role="status">
          {value === undefined ? null : notes[value]}
        </div>
      )}
    </Group>
  );
}
