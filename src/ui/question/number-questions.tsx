import type { ChangeEvent } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Choice, Num } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import { Group } from '../fields/group.tsx';
import { RadioTiles } from '../fields/radio-tiles.tsx';
import { TextField } from '../fields/text-field.tsx';
import { type BodyUnits, bodyUnits, switchHeight, switchWeight, unitsIn } from '../values/body-size.ts';
import { type FormValues, heightIn, idOf, nameOf, PRESSURE_UNKNOWN, weightIn } from '../values/form-value.ts';
import { uiWords } from '../words/words.ts';
import { useControl, useProblem, useProblemsOf } from './bound.ts';
import { type Asks, useReads } from './words-of.tsx';

const decimal = { inputMode: 'decimal', autoComplete: 'off' } as const;
const numeric = { inputMode: 'numeric', autoComplete: 'off' } as const;

export function NumberQuestion({ of: question, heading }: Asks & { readonly of: Num }) {
  const { locale } = useEntry();
  const { legend, hint, why } = useReads(question);
  return (
    <TextField
      as="question"
      id={idOf(question.key)}
      locale={locale}
      control={useControl()(question.key)}
      label={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={useProblem()(question.key)}
      width="w4"
      input={question.whole ? numeric : decimal}
    />
  );
}

interface PressureProps extends Asks {
  readonly top: Num;
  readonly bottom: Num;
}

/** 120/80 pasted into the top number goes where it belongs. */
const pastedPair = (text: string) => /^\s*(\d{2,3})\s*[/\\-]\s*(\d{2,3})\D*$/.exec(text);

/** Two numbers, one reading; nobody has to know theirs. */
export function PressureQuestion({ top, bottom, heading }: PressureProps) {
  const { locale } = useEntry();
  const { pressure, iDontKnow } = uiWords[locale];
  const words = useReads(top);
  const below = useReads(bottom);
  const control = useControl();
  const problem = useProblem();
  const problemsOf = useProblemsOf();
  const { setValue } = useFormContext<FormValues>();
  const unknown = useWatch<FormValues>({ name: PRESSURE_UNKNOWN }) === true;
  const topControl = control(top.key);

  const spread = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const [, high, low] = pastedPair(event.target.value) ?? [];
    if (high === undefined || low === undefined) return topControl.onChange?.(event);
    setValue(top.key, high, { shouldDirty: true });
    setValue(bottom.key, low, { shouldDirty: true });
  };

  return (
    <Group
      id={idOf(top.key)}
      locale={locale}
      legend={pressure.label}
      heading={heading}
      why={words.why}
      error={problemsOf([top.key, bottom.key])}
    >
      <div className="fields halves" hidden={unknown}>
        <TextField
          id={idOf(top.key)}
          locale={locale}
          control={{ ...topControl, onChange: spread }}
          label={words.legend}
          hint={words.hint}
          width="w4"
          invalid={problem(top.key) !== undefined}
          input={numeric}
        />
        <TextField
          id={idOf(bottom.key)}
          locale={locale}
          control={control(bottom.key)}
          label={below.legend}
          hint={below.hint}
          width="w4"
          invalid={problem(bottom.key) !== undefined}
          input={numeric}
        />
      </div>
      <div className="tiles tiles-after">
        <div className="tile">
          <input {...control(PRESSURE_UNKNOWN)} type="checkbox" id={idOf(PRESSURE_UNKNOWN)} />
          <label className="tile-face" htmlFor={idOf(PRESSURE_UNKNOWN)}>
            {iDontKnow}
          </label>
        </div>
      </div>
    </Group>
  );
}

/** The units of height and weight on this page, US units unless the person has chosen. */
const useUnits = (): BodyUnits => unitsIn(useWatch<FormValues>({ name: 'bodyUnits' }));

interface UnitsProps {
  readonly of: Choice;
  readonly height: Num | undefined;
  readonly weight: Num | undefined;
}

/** The switch between units converts what is typed and keeps what was typed before. */
export function UnitsQuestion({ of: question, height, weight }: UnitsProps) {
  const { locale } = useEntry();
  const { legend, hint } = useReads(question);
  const words = question.words[locale].options;
  const { getValues, setValue } = useFormContext<FormValues>();
  const control = useControl()(question.key);

  // The form still holds the units from before the press.
  const convert = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const from = unitsIn(getValues(question.key));
    if (from !== unitsIn(event.target.value)) {
      if (height) setValue(height.key, switchHeight(heightIn(getValues(height.key)), from, height));
      if (weight) setValue(weight.key, switchWeight(weightIn(getValues(weight.key)), from, weight));
    }
    return control.onChange?.(event);
  };

  return (
    <RadioTiles
      id={idOf(question.key)}
      locale={locale}
      legend={legend}
      hint={hint}
      control={{ ...control, onChange: convert }}
      options={bodyUnits.map((value) => ({ value, text: words[value] ?? uiWords[locale].units[value] }))}
    />
  );
}

interface Part {
  readonly at: string;
  readonly label: string;
}

function SizeFields({
  of: question,
  heading,
  parts,
}: Asks & { readonly of: Num; readonly parts: readonly Part[] }) {
  const { locale } = useEntry();
  const { legend, hint, why } = useReads(question);
  const control = useControl();
  const problem = useProblem();
  const problemsOf = useProblemsOf();
  const names = parts.map(({ at }) => nameOf(question, at));
  const [first = ''] = names;
  return (
    <Group
      id={idOf(first)}
      locale={locale}
      legend={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={problemsOf(names)}
    >
      <div className="fields">
        {parts.map(({ at, label }) => {
          const name = nameOf(question, at);
          return (
            <TextField
              key={name}
              id={idOf(name)}
              locale={locale}
              control={control(name)}
              label={label}
              width="w4"
              invalid={problem(name) !== undefined}
              input={decimal}
            />
          );
        })}
      </div>
    </Group>
  );
}

export function HeightQuestion({ of: question, heading }: Asks & { readonly of: Num }) {
  const { units } = uiWords[useEntry().locale];
  const part = (at: 'feet' | 'inches' | 'centimeters') => ({ at, label: units[at] });
  const parts = useUnits() === 'metric' ? [part('centimeters')] : [part('feet'), part('inches')];
  return <SizeFields of={question} heading={heading} parts={parts} />;
}

export function WeightQuestion({ of: question, heading }: Asks & { readonly of: Num }) {
  const { units } = uiWords[useEntry().locale];
  const part = (at: 'pounds' | 'kilograms') => ({ at, label: units[at] });
  const parts = useUnits() === 'metric' ? [part('kilograms')] : [part('pounds')];
  return <SizeFields of={question} heading={heading} parts={parts} />;
}
