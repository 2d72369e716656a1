import { useFormContext } from 'react-hook-form';
import { displayWords } from '../../questions/display-words.ts';
import type { Choice, Choices, LocationChoice, YesNo } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import { CheckboxTiles } from '../fields/checkbox-tiles.tsx';
import { RadioTiles } from '../fields/radio-tiles.tsx';
import { choicesIn, type FormValues, idOf, NONE, textIn } from '../values/form-value.ts';
import { uiWords } from '../words/words.ts';
import { useControl, useProblem } from './bound.ts';
import { type Asks, useReads } from './words-of.tsx';

/** Options longer than this stand below each other: beside each other they would break into three lines. */
const SHORT = 20;

/** Yes, No, I'm not sure, Prefer not to say. */
export function YesNoQuestion({ of: question, heading }: Asks & { readonly of: YesNo }) {
  const { locale } = useEntry();
  const { legend, hint, why, notes } = useReads(question);
  const { getValues } = useFormContext<FormValues>();
  const control = useControl()(question.key);
  return (
    <RadioTiles
      id={idOf(question.key)}
      locale={locale}
      legend={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={useProblem()(question.key)}
      control={control}
      layout="pair"
      options={question.options.map((value) => ({
        value,
        text: displayWords[locale].yesNo[value],
      }))}
      notes={notes}
      chosen={textIn(getValues(question.key))}
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
  const { legend, hint, why, notes, fillIn } = useReads(question);
  const { getValues } = useFormContext<FormValues>();
  const control = useControl()(question.key);
  const error = useProblem()(question.key);
  const words = question.words[locale].options;
  const options = (question.offered ?? question.options)
    .filter((value) => !offered || offered.includes(value))
    .map((value) => ({ value, text: fillIn(words[value] ?? value) }));
  const short = options.length <= 4 && options.every(({ text }) => text.length <= SHORT);
  return (
    <RadioTiles
      id={idOf(question.key)}
      locale={locale}
      legend={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={error}
      control={control}
      layout={short ? 'pair' : 'stack'}
      options={options}
      notes={notes}
      chosen={textIn(getValues(question.key))}
    />
  );
}

export function ChoicesQuestion({ of: question, heading }: Asks & { readonly of: Choices }) {
  const { locale } = useEntry();
  const { legend, hint, why, fillIn } = useReads(question);
  const { getValues } = useFormContext<FormValues>();
  const control = useControl()(question.key);
  const error = useProblem()(question.key);
  const words = question.words[locale].options;
  return (
    <CheckboxTiles
      id={idOf(question.key)}
      locale={locale}
      legend={
        <>
          {legend} <span className="legend-more">{uiWords[locale].selectAll}</span>
        </>
      }
      heading={heading}
      hint={hint}
      why={why}
      error={error}
      control={control}
      options={question.options.map((value) => ({ value, text: fillIn(words[value] ?? value) }))}
      exclusive={question.none ? { value: NONE, text: uiWords[locale].none } : undefined}
      chosen={choicesIn(getValues(question.key))}
    />
  );
}

export function LocationQuestion({ of: question, heading }: Asks & { readonly of: LocationChoice }) {
  const { locale, locations } = useEntry();
  const { legend, hint, why } = useReads(question);
  const control = useControl()(question.key);
  const error = useProblem()(question.key);
  return (
    <RadioTiles
      id={idOf(question.key)}
      locale={locale}
      legend={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={error}
      control={control}
      options={locations.map(({ id, name, address }) => ({ value: id, text: name, hint: address }))}
    />
  );
}
