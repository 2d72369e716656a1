import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import { ask } from '../api.ts';
import type { Open } from '../router.ts';
import { Trouble } from '../trouble.tsx';

interface Props<S extends z.ZodMiniType> {
  readonly place: Open;
  readonly schema: S;
  /** "case", "alert": what is being opened. */
  readonly what: string;
  readonly children: (found: z.infer<S>) => ReactNode;
}

/** Reads what stands behind a row. Each opening is a reading of its own, and audited as one: nothing is kept. */
export function Opening<S extends z.ZodMiniType>({ place, schema, what, children }: Props<S>) {
  const found = useQuery({
    queryKey: ['open', place.kind, place.id],
    queryFn: ({ signal }) => ask(schema, `/api/staff/${place.kind}s/${place.id}`, { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (found.isPending)
    return (
      <p className="loading" role="status">
        Opening the {what}…
      </p>
    );
  if (found.isError)
    return (
      <Trouble
        title={`This ${what} could not be opened`}
        takesFocus
        error={found.error}
        retry={() => void found.refetch()}
      />
    );
  return children(found.data);
}
