import { displayWords } from '../../questions/display-words.ts';
import type { Choice, Choices, LocationChoice, YesNo } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import { CheckboxTiles } from '../fields/checkbox-tiles.tsx';
import { RadioTiles } from '../fields/radio-tiles.tsx';
import { choicesIn, NONE, textIn } from '../values/form-value.ts';
import { uiWords } from '../words/words.ts';
import { useTiles } from './use-tiles.ts';
import type { Asks } from './words-of.tsx';

/** Options longer than this stand below each other: beside each other they would break into three lines. */
const SHORT = 20;

/** Yes, No, I'm not sure, Prefer not to say. */
export function YesNoQuestion({ of: question, heading }: Asks & { readonly of: YesNo }) {
  const { locale } = useEntry();
  const { group, notes, given } = useTiles(question, heading);
  return (
    <RadioTiles
      {...group}
      layout="pair"
      options={question.options.map((value) => ({ value, text: displayWords[locale].yesNo[value] }))}
      notes={notes}
      chosen={textIn(given)}
    />
  );
}

interface ChoiceProps extends Asks {
  readonly of: Choice;
  /** What was chosen under the key of `among`. */
  readonly offered?: readonly string[] | undefined;
}

export function ChoiceQuestion({ of: question, heading, offered }: ChoiceProps) {
  const { locale } = useEntry();
  const { group, notes, given, fillIn } = useTiles(question, heading);
  const words = question.words[locale].options;
  const options = (question.offered ?? question.options)
    .filter((value) => !offered || offered.includes(value))
    .map((value) => ({ value, text: fillIn(words[value] ?? value) }));
  const short = options.length <= 4 && options.every(({ text }) => text.length <= SHORT);
  return (
    <RadioTiles
      {...group}
      layout={short ? 'pair' : 'stack'}
      options={options}
      notes={notes}
      chosen={textIn(given)}
    />
  );
}

export function ChoicesQuestion({ of: question, heading }: Asks & { readonly of: Choices }) {
  const { locale } = useEntry();
  const { group, given, fillIn } = useTiles(question, heading);
  const words = question.words[locale].options;
  return (
    <CheckboxTiles
      {...group}
      legend={
        <>
          {group.legend} <span className="legend-more">{uiWords[locale].selectAll}</span>
        </>
      }
      options={question.options.map((value) => ({ value, text: fillIn(words[value] ?? value) }))}
      exclusive={question.none ? { value: NONE, text: uiWords[locale].none } : undefined}
      chosen={choicesIn(given)}
    />
  );
}

export function LocationQuestion({ of: question, heading }: Asks & { readonly of: LocationChoice }) {
  const { locations } = useEntry();
  const { group } = useTiles(question, heading);
  return (
    <RadioTiles
      {...group}
      options={locations.map(({ id, name, address }) => ({ value: id, text: name, hint: address }))}
    />
  );
}
