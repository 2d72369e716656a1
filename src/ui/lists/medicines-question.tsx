import { use, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { fill } from '../../lib/locale.ts';
import type { Augmentations, Medications, Trials } from '../../questions/question.ts';
import { Button } from '../blocks/button.tsx';
import { VisuallyHidden } from '../blocks/visually-hidden.tsx';
import { type Suggestion, useEntry } from '../entry.tsx';
import { Group } from '../fields/group.tsx';
import { ProblemsContext, useControl, useProblem } from '../question/bound.ts';
import { type Asks, useReads } from '../question/words-of.tsx';
import { choicesIn, type FormValues, idOf, nameOf, rowsIn, textIn } from '../values/form-value.ts';
import { nextRowId } from '../values/rows.ts';
import { capital } from '../words/words.ts';
import { MedicineCombobox } from './combobox.tsx';
import { MedicineCard } from './medicine-card.tsx';
import type { ListKind } from './row-fields.tsx';
import { rowName } from './row-summary.ts';
import '../styles/lists.css';
import { useFocusAfter } from './use-focus-after.ts';
import { exactly, useMedicines } from './use-medicines.ts';
import { listWords } from './words.ts';

type ListQuestion = Medications | Trials | Augmentations;

/** Under which name each kind of list has its own words. */
const own = { medications: 'medication', trials: 'trial', augmentations: 'augmentation' } as const;

/** What is asked first of a medicine that was just added. */
const firstPart: Readonly<Record<ListKind, string>> = {
  medications: 'dose',
  trials: 'doseMg',
  augmentations: 'weeks',
};

/** The same medicine twice is told apart by a number, so that every button on the page has its own name. */
function titles(names: readonly string[]): readonly string[] {
  return names.map((name, index) => {
    const nth = names.slice(0, index + 1).filter((one) => one === name).length;
    return nth > 1 ? `${name} (${nth})` : name;
  });
}

/** The rows of a list in the page's form, and what a person can do with them. */
function useRows(question: ListQuestion) {
  const { getValues, setValue } = useFormContext<FormValues>();
  const part = (at: string) => nameOf(question, at);
  const order = choicesIn(useWatch<FormValues>({ name: part('order') }));
  const { rows } = rowsIn(getValues(question.key));
  const setOrder = (next: readonly string[]) => setValue(part('order'), next, { shouldDirty: true });
  return {
    order,
    rows,
    add({ name, key = '' }: Suggestion): string {
      const id = nextRowId(rowsIn(getValues(question.key)));
      setValue(part(`rows.${id}`), { name, key });
      setValue(part('pending'), '');
      setValue(part('none'), false);
      setOrder([...order, id]);
      return id;
    },
    remove: (id: string) => setOrder(order.filter((one) => one !== id)),
    putBack: (id: string, at: number) => setOrder(order.toSpliced(at, 0, id)),
  };
}

interface Removed {
  readonly id: string;
  readonly at: number;
  readonly title: string;
}

/** A list of medicines: a card for each, an input that finds more, and a tick for "none". */
export default function MedicinesQuestion({ of: question, heading }: Asks & { readonly of: ListQuestion }) {
  const { locale } = useEntry();
  const { legend, hint, why } = useReads(question);
  const words = listWords[locale];
  const kindWords = words[own[question.kind]];
  const { medicines, loaded } = useMedicines();
  const control = useControl();
  const problem = useProblem();
  const problems = use(ProblemsContext);
  const { order, rows, add, remove, putBack } = useRows(question);
  const pending = nameOf(question, 'pending');
  const typed = textIn(useWatch<FormValues>({ name: pending }));
  const focusAfter = useFocusAfter();
  const [open, setOpen] = useState<string>();
  const [removed, setRemoved] = useState<Removed>();
  const [told, setTold] = useState('');

  const rowPath = (id: string) => nameOf(question, `rows.${id}`);
  const listed = order.flatMap((id) => (rows[id] ? [{ id, row: rows[id] }] : []));
  const named = titles(listed.map(({ row }) => capital(rowName(row, medicines), locale)));
  const needsMending = (id: string) =>
    [...problems.keys()].some((name) => name.startsWith(`${rowPath(id)}.`));

  const pick = (picked: Suggestion) => {
    const known = picked.key === undefined ? (exactly(picked.name, medicines) ?? picked) : picked;
    const id = add(known);
    setRemoved(undefined);
    setOpen(id);
    setTold(fill(words.added, { name: capital(known.name, locale) }));
    focusAfter(idOf(`${rowPath(id)}.${firstPart[question.kind]}`));
  };

  const takeOff = (id: string, title: string) => {
    setRemoved({ id, at: order.indexOf(id), title });
    setTold(fill(words.removed, { name: title }));
    remove(id);
    focusAfter(`${idOf(question.key)}-undo`);
  };

  const undo = ({ id, at, title }: Removed) => {
    putBack(id, at);
    setRemoved(undefined);
    setTold(fill(words.added, { name: title }));
    focusAfter(`${idOf(rowPath(id))}-change`);
  };

  return (
    <Group
      id={idOf(pending)}
      locale={locale}
      legend={legend}
      heading={heading}
      hint={hint}
      why={why}
      error={problem(question.key)}
    >
      {listed.length > 0 && (
        <ul className="cards" aria-label={words.yourList}>
          {listed.map(({ id, row }, index) => {
            const title = named[index] ?? row.name;
            return (
              <MedicineCard
                key={id}
                kind={question.kind}
                name={rowPath(id)}
                title={title}
                row={row}
                open={open === id || needsMending(id)}
                medicines={medicines}
                loaded={loaded}
                onOpen={() => {
                  setOpen(id);
                  focusAfter(idOf(`${rowPath(id)}.${firstPart[question.kind]}`));
                }}
                onDone={() => {
                  setOpen(undefined);
                  focusAfter(idOf(pending));
                }}
                onRemove={() => takeOff(id, title)}
              />
            );
          })}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {removed && (
        <div className="undo">
          <span aria-hidden="true">{fill(words.removed, { name: removed.title })}</span>
          <Button look="quiet" id={`${idOf(question.key)}-undo`} onClick={() => undo(removed)}>
            {words.undo}
            <VisuallyHidden>: {fill(words.undoName, { name: removed.title })}</VisuallyHidden>
          </Button>
        </div>
      )}
      <MedicineCombobox
        id={idOf(pending)}
        control={control(pending)}
        label={listed.length > 0 ? kindWords.another : kindWords.label}
        error={problem(pending)}
        medicines={medicines}
        typed={typed}
        onPick={pick}
      />
      {listed.length === 0 && (
        <div className="tiles tiles-after">
          <div className="tile">
            <input
              {...control(nameOf(question, 'none'))}
              type="checkbox"
              id={idOf(nameOf(question, 'none'))}
            />
            <label className="tile-face" htmlFor={idOf(nameOf(question, 'none'))}>
              {kindWords.none}
            </label>
          </div>
        </div>
      )}
    </Group>
  );
}
