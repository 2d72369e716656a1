import { type ReactNode, useId } from 'react';
import { useWatch } from 'react-hook-form';
import { fill } from '../../lib/locale.ts';
import type { Items, Rating } from '../../questions/question.ts';
import { useEntry } from '../entry.tsx';
import { type Option, RadioTiles } from '../fields/radio-tiles.tsx';
import { type FormValues, idOf, nameOf, textIn } from '../values/form-value.ts';
import { uiWords } from '../words/words.ts';
import { useControl, useProblem } from './bound.ts';
import { StandardDrink } from './standard-drink.tsx';
import { useTiles } from './use-tiles.ts';
import { type Asks, useReads } from './words-of.tsx';

/** Answers with a word for each value, or numbers between two ends in words. */
const isNumbered = (values: readonly number[], scale: readonly string[]) => scale.length < values.length;

const spokenEnd = (index: number, last: number, [low, high]: readonly string[]) =>
  index === 0 ? low : index === last ? high : undefined;

const optionsOf = (
  values: readonly number[],
  scale: readonly string[],
  ends: readonly string[],
): readonly Option[] =>
  values.map((value, index) => {
    if (!isNumbered(values, scale)) return { value: String(value), text: scale[index] ?? value };
    return { value: String(value), text: value, spoken: spokenEnd(index, values.length - 1, ends) };
  });

function Anchors({ values, ends }: { readonly values: readonly number[]; readonly ends: readonly string[] }) {
  const { anchor } = uiWords[useEntry().locale];
  const [low, high] = ends;
  return (
    <div className="anchors" aria-hidden="true">
      <span>{fill(anchor, { value: values[0], anchor: low })}</span>
      <span>{fill(anchor, { value: values.at(-1), anchor: high })}</span>
    </div>
  );
}

export function RatingQuestion({ of: question, heading }: Asks & { readonly of: Rating }) {
  const { group, notes, given } = useTiles(question, heading);
  const { scale } = question.words[group.locale];
  const numbered = isNumbered(question.values, scale);
  return (
    <RadioTiles
      {...group}
      layout={numbered ? 'numbers' : 'scale'}
      above={numbered && <Anchors values={question.values} ends={scale} />}
      options={optionsOf(question.values, scale, scale)}
      notes={notes}
      chosen={textIn(given)}
    />
  );
}

interface ItemsProps extends Asks {
  readonly of: Items;
  /** Which items stand on this page, counted from 0; absent: all. */
  readonly items?: readonly number[] | undefined;
}

/** What is shown beside an item: the picture that the instrument asks for. */
const pictures: Readonly<Record<string, { readonly item: number; readonly picture: ReactNode }>> = {
  auditc: { item: 1, picture: <StandardDrink /> },
};

/**
 * An instrument, verbatim: each item is a group of its own with all its answers. Its lead is the h1, or stands in
 * the page's intro; it describes every item, so that those who listen hear what period is meant.
 */
export function ItemsQuestion({ of: question, items, heading }: ItemsProps) {
  const { legend, hint, why } = useReads(question);
  const stem = useId();
  const onPage = items ?? Array.from({ length: question.count }, (_, index) => index);
  const ended = useEnded(question);
  const shown = onPage.filter((index) => index === 0 || !ended);
  return (
    <div className="question">
      <div className={heading === 'h1' ? 'stem' : 'visually-hidden'} id={stem}>
        {heading === 'h1' ? <h1 tabIndex={-1}>{legend}</h1> : legend}
      </div>
      {hint && <p className="hint">{hint}</p>}
      {why}
      {shown.map((index) => (
        <Item key={index} of={question} index={index} stem={stem} />
      ))}
    </div>
  );
}

/** AUDIT-C: after "Never" the other items are not asked. */
function useEnded({ key, firstEnds }: Items): boolean {
  const first = useWatch<FormValues>({ name: nameOf({ key }, 'i0'), disabled: firstEnds === undefined });
  return firstEnds !== undefined && textIn(first) === String(firstEnds);
}

function Item({
  of: question,
  index,
  stem,
}: {
  readonly of: Items;
  readonly index: number;
  readonly stem: string;
}) {
  const { locale } = useEntry();
  const words = question.words[locale];
  const name = nameOf(question, `i${index}`);
  const control = useControl()(name);
  const error = useProblem()(name);
  const scale = question.scales?.[locale][index] ?? words.scale;
  const ends = words.anchors?.[index] ?? scale;
  const numbered = isNumbered(question.values, scale);
  const beside = pictures[question.key];
  return (
    <RadioTiles
      as="item"
      id={idOf(name)}
      locale={locale}
      legend={words.items[index]}
      why={beside?.item === index && beside.picture}
      error={error}
      describedById={stem}
      control={control}
      layout={numbered ? 'numbers' : 'scale'}
      above={numbered && <Anchors values={question.values} ends={ends} />}
      options={optionsOf(question.values, scale, ends)}
    />
  );
}
