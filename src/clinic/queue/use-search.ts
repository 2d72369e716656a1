import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import {
  type FoundItem,
  frontDeskSearchAnswer,
  SEARCH_HEADER,
  searchAnswer,
} from '../../submission/search-wire.ts';
import type { FrontDeskItem } from '../../submission/staff-wire.ts';
import { ask } from '../api.ts';

interface Found<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** What somebody looks for, and who was found. The term stays in the memory of the page: no address holds it. */
export interface Search<Item> {
  /** Empty: nothing is looked for, and the queue is shown. */
  readonly term: string;
  readonly look: (term: string) => void;
  readonly end: () => void;
  readonly found: Found<Item> | undefined;
  readonly error: Error | null;
  readonly again: () => void;
}

function useFinding<Item, S extends z.ZodMiniType<Found<Item>>>(schema: S): Search<Item> {
  const [term, setTerm] = useState('');
  const found = useQuery<Found<Item>>({
    queryKey: ['search', term],
    queryFn: ({ signal }) =>
      ask(schema, '/api/staff/search', {
        headers: { [SEARCH_HEADER]: encodeURIComponent(term) },
        signal,
      }),
    enabled: term !== '',
    // Each search stands in the audit: it is made again only when somebody asks.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return {
    term,
    look: (next) => (next === term ? void found.refetch() : setTerm(next)),
    end: () => setTerm(''),
    found: found.data,
    error: found.error,
    again: () => void found.refetch(),
  };
}

export const useSearch = (): Search<FoundItem> => useFinding<FoundItem, typeof searchAnswer>(searchAnswer);

export const useFrontDeskSearch = (): Search<FrontDeskItem> =>
  useFinding<FrontDeskItem, typeof frontDeskSearchAnswer>(frontDeskSearchAnswer);
