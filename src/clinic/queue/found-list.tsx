import type { ReactNode } from 'react';
import { Trouble } from '../trouble.tsx';
import type { Search } from './use-search.ts';

interface Props<Item> {
  readonly search: Search<Item>;
  readonly row: (item: Item) => ReactNode;
}

const howMany = (found: number, more: boolean): string => {
  if (more) return `The first ${found} are shown. There are more: add to what you look for.`;
  return found === 1 ? '1 found.' : `${found} found.`;
};

/** Who was found, in place of the queue. */
export function FoundList<Item extends { readonly id: string }>({ search, row }: Props<Item>) {
  const { found, error, again } = search;
  if (error) return <Trouble title="The search could not be made" error={error} retry={again} />;
  if (!found)
    return (
      <p className="loading" role="status">
        Searching…
      </p>
    );
  if (found.items.length === 0)
    return (
      <div className="queue-empty" role="status">
        <p>Nobody was found.</p>
        <p className="muted">
          Open cases are found by any part. A closed case is found by the whole surname, birth date
          (month/day/year), phone number or reference.
        </p>
      </div>
    );
  return (
    <>
      <p className="found-count" role="status">
        {howMany(found.items.length, found.more)}
      </p>
      <ol className="rows">
        {found.items.map((item) => (
          <li key={item.id}>{row(item)}</li>
        ))}
      </ol>
    </>
  );
}
