import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  type FrontDeskItem,
  frontDeskQueue,
  type Overdue,
  type QueueItem,
  queue,
  type View,
} from '../../submission/staff-wire.ts';
import { ask } from '../api.ts';
import type { Filters, QueuePlace } from '../router.ts';
import { useIsLive } from './live.ts';

const SECONDS_BETWEEN_LOOKS = 10;
/** While the server tells of changes: only for what a stream may have lost. */
const SECONDS_WHILE_LIVE = 60;

export type Counts = Readonly<Record<View, number>>;

/** One part of a view: so many items, and where the next part begins. */
interface Part<Item> {
  readonly counts: Counts;
  readonly overdue: Overdue;
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A view of the queue that is looked at again and again. */
export interface LiveQueue<Item> {
  readonly counts: Counts | undefined;
  /** Who has waited past their limit for a call that nobody has taken. */
  readonly overdue: Overdue | undefined;
  readonly items: readonly Item[] | undefined;
  readonly showMore: (() => void) | undefined;
  readonly error: Error | null;
  readonly lookAgain: () => void;
  /** When the server last answered. */
  readonly seenAt: Date;
}

const addressOf = (view: View, filters: Filters, cursor: string) =>
  `/api/staff/queue?${new URLSearchParams({ view, ...filters, ...(cursor && { cursor }) })}`;

/** The counts stay while another view loads. */
function useLive<Item>(
  { view, filters = {} }: Pick<QueuePlace, 'view' | 'filters'>,
  look: (address: string, signal: AbortSignal) => Promise<Part<Item>>,
): LiveQueue<Item> {
  const seconds = useIsLive() ? SECONDS_WHILE_LIVE : SECONDS_BETWEEN_LOOKS;
  const found = useInfiniteQuery({
    queryKey: ['queue', view, filters],
    queryFn: ({ signal, pageParam }) => look(addressOf(view, filters, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: seconds * 1000,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
  const last = found.data?.pages.at(-1)?.counts;
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    if (last) setCounts(last);
  }, [last]);
  return {
    counts,
    overdue: found.data?.pages.at(-1)?.overdue,
    items: found.data?.pages.flatMap(({ items }) => items),
    showMore: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    error: found.error,
    lookAgain: () => void found.refetch(),
    seenAt: new Date(found.dataUpdatedAt),
  };
}

export const useQueue = (place: QueuePlace): LiveQueue<QueueItem> =>
  useLive(place, (address, signal) => ask(queue, address, { byItself: true, signal }));

/** The same people as the front desk sees them: whom to call and how, nothing of why. */
export const useFrontDeskQueue = (place: QueuePlace): LiveQueue<FrontDeskItem> =>
  useLive(place, (address, signal) => ask(frontDeskQueue, address, { byItself: true, signal }));
