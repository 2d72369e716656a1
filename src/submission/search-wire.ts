import * as z from 'zod/mini';
import { caseStatuses, frontDeskItem, queueItem } from './staff-wire.ts';

/**
 * `GET /api/staff/search`. What is looked for stands in this header, percent-encoded: an address is kept in histories
 * and logs, and must not hold a name.
 */
export const SEARCH_HEADER = 'search-term';
export const SHORTEST_TERM = 2;
export const LONGEST_TERM = 100;

const found = z.extend(queueItem, { status: z.enum(caseStatuses) });
export type FoundItem = z.infer<typeof found>;

/** `more`: there are others, so look for something narrower. */
export const searchAnswer = z.strictObject({ items: z.array(found), more: z.boolean() });
export const frontDeskSearchAnswer = z.strictObject({ items: z.array(frontDeskItem), more: z.boolean() });
