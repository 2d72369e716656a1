import { Button } from '../../ui/blocks/button.tsx';

interface Props<Cursor> {
  /** Where the older parts that were turned to begin, the last one seen now. */
  readonly before: readonly Cursor[];
  /** Where the next older part begins; null on the last. */
  readonly next: Cursor | null;
  readonly onTurn: (before: readonly Cursor[]) => void;
}

/** From the newest part of a long list to older ones, and back. */
export const Pager = <Cursor,>({ before, next, onTurn }: Props<Cursor>) => (
  <div className="button-row">
    {before.length > 0 && (
      <Button look="secondary" onClick={() => onTurn(before.slice(0, -1))}>
        Newer
      </Button>
    )}
    {next !== null && (
      <Button look="secondary" onClick={() => onTurn([...before, next])}>
        Older
      </Button>
    )}
  </div>
);
