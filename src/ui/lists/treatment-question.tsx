import { useFormContext, useWatch } from 'react-hook-form';
import { displayWords } from '../../questions/display-words.ts';
import type { Treatment } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import { RadioTiles } from '../fields/radio-tiles.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useControl, useProblem } from '../question/bound.ts';
import { type Asks, useReads } from '../question/words-of.tsx';
import { type FormValues, idOf, nameOf, textIn } from '../values/form-value.ts';
import { ResponseTiles } from './response-tiles.tsx';
import { listWords } from './words.ts';

const yesNoUnsure = ['yes', 'no', 'unsure'] as const;

/** A treatment that somebody may have had; a yes asks when, how often, and how much it helped. */
export default function TreatmentQuestion({ of: question, heading }: Asks & { readonly of: Treatment }) {
  const { locale } = useEntry();
  const { legend, hint, why, notes } = useReads(question);
  const words = listWords[locale].treatment;
  const control = useControl();
  const problem = useProblem();
  const { getValues } = useFormContext<FormValues>();
  const had = nameOf(question, 'had');
  const when = nameOf(question, 'when');
  const sessions = nameOf(question, 'sessions');
  const isYes = textIn(useWatch<FormValues>({ name: had })) === 'yes';
  return (
    <>
      <RadioTiles
        id={idOf(had)}
        locale={locale}
        legend={legend}
        heading={heading}
        hint={hint}
        why={why}
        error={problem(question.key)}
        control={control(had)}
        layout="pair"
        options={yesNoUnsure.map((value) => ({ value, text: displayWords[locale].yesNo[value] }))}
        notes={notes}
        chosen={textIn(getValues(had))}
      />
      {isYes && (
        <div className="reveal">
          <fieldset>
            <legend className="visually-hidden">{legend}</legend>
            <TextField
              id={idOf(when)}
              locale={locale}
              control={control(when)}
              label={words.when}
              hint={words.whenHint}
              error={problem(when)}
              width="w10"
              input={{ autoComplete: 'off' }}
            />
            <TextField
              id={idOf(sessions)}
              locale={locale}
              control={control(sessions)}
              label={words.sessions}
              error={problem(sessions)}
              width="w4"
              input={{ autoComplete: 'off', inputMode: 'numeric' }}
            />
            <ResponseTiles name={nameOf(question, 'response')} legend={words.response} />
          </fieldset>
        </div>
      )}
    </>
  );
}
