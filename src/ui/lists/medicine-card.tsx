import { fill } from '../../lib/locale.ts';
import { Button } from '../blocks/button.tsx';
import { VisuallyHidden } from '../blocks/visually-hidden.tsx';
import { type Medicines, useEntry } from '../entry.tsx';
import type { RowForm } from '../values/form-value.ts';
import { idOf } from '../values/form-value.ts';
import { type ListKind, RowFields } from './row-fields.tsx';
import { isOnList, rowDetails } from './row-summary.ts';
import { listWords } from './words.ts';

interface Props {
  readonly kind: ListKind;
  /** The name of its inputs: `trials.rows.row1`. */
  readonly name: string;
  /** Unique on the list, so that each button says which medicine it is for. */
  readonly title: string;
  readonly row: RowForm;
  readonly open: boolean;
  readonly medicines: Medicines;
  /** Before the list is there, nothing can be said about it. */
  readonly loaded: boolean;
  readonly onOpen: () => void;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

/** One medicine: in a line with Change and Remove, or open with its fields. */
export function MedicineCard({
  kind,
  name,
  title,
  row,
  open,
  medicines,
  loaded,
  onOpen,
  onDone,
  onRemove,
}: Props) {
  const { locale } = useEntry();
  const words = listWords[locale];
  const remove = (
    <Button look="quiet" onClick={onRemove}>
      {words.remove}
      <VisuallyHidden> {title}</VisuallyHidden>
    </Button>
  );
  return (
    <li className="card">
      <h2 className="card-title">{title}</h2>
      {loaded && !isOnList(row, medicines) && <p className="small muted">{words.notListed}</p>}
      {open ? (
        <fieldset className="card-fields">
          <legend className="visually-hidden">{title}</legend>
          <RowFields kind={kind} name={name} />
          <div className="button-row">
            <Button look="secondary" onClick={onDone}>
              {fill(words.done, { name: title })}
            </Button>
            {remove}
          </div>
        </fieldset>
      ) : (
        <>
          <p className="card-details">{rowDetails(row, kind, locale)}</p>
          <div className="button-row card-buttons">
            <Button look="quiet" id={`${idOf(name)}-change`} onClick={onOpen}>
              {words.change}
              <VisuallyHidden> {title}</VisuallyHidden>
            </Button>
            {remove}
          </div>
        </>
      )}
    </li>
  );
}
