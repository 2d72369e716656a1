import { useId } from 'react';

interface Props {
  readonly legend: string;
  readonly name: string;
  /** Key and name of each. */
  readonly options: Readonly<Record<string, string>>;
  readonly chosen?: string | undefined;
  readonly onChoose?: (value: string) => void;
  readonly error?: string | undefined;
}

/** One of a few, as native radios beside each other. */
export function Choices({ legend, name, options, chosen, onChoose, error }: Props) {
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>{legend}</legend>
      {error !== undefined && (
        <p id={`${id}-error`} className="work-error">
          {error}
        </p>
      )}
      <div className="choices-row">
        {Object.entries(options).map(([value, text]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              onChange={() => onChoose?.(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
