import type { ReactNode } from 'react';
import { displayWords } from '../../questions/display-words.ts';
import { useEntry } from '../entry.tsx';
import { RadioTiles } from '../fields/radio-tiles.tsx';
import { TextField, type TextFieldProps } from '../fields/text-field.tsx';
import { useControl, useProblem } from '../question/bound.ts';
import { idOf } from '../values/form-value.ts';
import { ResponseTiles } from './response-tiles.tsx';
import { listWords } from './words.ts';

export type ListKind = 'medications' | 'trials' | 'augmentations';

interface RowProps {
  /** The name of the row's inputs: `trials.rows.row1`. */
  readonly name: string;
}

const yesNoUnsure = ['yes', 'no', 'unsure'] as const;

type LineProps = RowProps & { readonly part: string } & Pick<
    TextFieldProps,
    'label' | 'hint' | 'width' | 'unit'
  > & {
    readonly decimal?: boolean;
  };

function Line({ name, part, decimal, ...field }: LineProps) {
  const { locale } = useEntry();
  const full = `${name}.${part}`;
  return (
    <TextField
      {...field}
      id={idOf(full)}
      locale={locale}
      control={useControl()(full)}
      error={useProblem()(full)}
      input={{ autoComplete: 'off', ...(decimal && { inputMode: 'decimal' }) }}
    />
  );
}

function YesNoTiles({ name, part, legend }: RowProps & { readonly part: string; readonly legend: string }) {
  const { locale } = useEntry();
  const full = `${name}.${part}`;
  return (
    <RadioTiles
      as="field"
      id={idOf(full)}
      locale={locale}
      legend={legend}
      control={useControl()(full)}
      layout="pair"
      options={yesNoUnsure.map((value) => ({ value, text: displayWords[locale].yesNo[value] }))}
    />
  );
}

function MedicationFields({ name }: RowProps) {
  const words = listWords[useEntry().locale].medication;
  return (
    <>
      <Line name={name} part="dose" label={words.dose} hint={words.doseHint} width="w10" />
      <Line name={name} part="howOften" label={words.howOften} hint={words.howOftenHint} width="w20" />
    </>
  );
}

/** What stands under "More" opens by itself when something in it is to be mended. */
function More({
  name,
  parts,
  children,
}: RowProps & { readonly parts: readonly string[]; readonly children: ReactNode }) {
  const problem = useProblem();
  const wrong = parts.some((part) => problem(`${name}.${part}`) !== undefined);
  return (
    <details className="why more" {...(wrong && { open: true })}>
      <summary>
        <span>{listWords[useEntry().locale].trial.more}</span>
      </summary>
      {children}
    </details>
  );
}

function TrialFields({ name }: RowProps) {
  const { trial: words, units } = listWords[useEntry().locale];
  return (
    <>
      <Line name={name} part="doseMg" label={words.doseMg} unit={units.mg} width="w4" decimal />
      <Line name={name} part="weeks" label={words.weeks} unit={units.weeks} width="w4" decimal />
      <YesNoTiles name={name} part="mostDays" legend={words.mostDays} />
      <YesNoTiles name={name} part="currentEpisode" legend={words.currentEpisode} />
      <ResponseTiles name={`${name}.response`} legend={words.response} />
      <Line name={name} part="stoppedBecause" label={words.stoppedBecause} hint={words.stoppedHint} />
      <More name={name} parts={['startedOn', 'endedOn']}>
        <Line name={name} part="startedOn" label={words.startedOn} hint={words.dateHint} width="w10" />
        <Line name={name} part="endedOn" label={words.endedOn} hint={words.dateHint} width="w10" />
        <Line name={name} part="prescriber" label={words.prescriber} width="w20" />
      </More>
    </>
  );
}

function AugmentationFields({ name }: RowProps) {
  const { augmentation: words, trial, units } = listWords[useEntry().locale];
  return (
    <>
      <Line name={name} part="weeks" label={words.weeks} unit={units.weeks} width="w4" decimal />
      <ResponseTiles name={`${name}.response`} legend={trial.response} />
    </>
  );
}

/** What is asked of one medicine, besides its name. */
export function RowFields({ kind, name }: RowProps & { readonly kind: ListKind }) {
  if (kind === 'medications') return <MedicationFields name={name} />;
  if (kind === 'trials') return <TrialFields name={name} />;
  return <AugmentationFields name={name} />;
}
