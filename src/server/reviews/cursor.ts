import { safetyLevels } from '../../submission/staff-wire.ts';
import { badRequest } from '../edge/problem.ts';
import type { Row } from './queue.ts';

/** Where a page of the queue ended: a place in the order, so that rows that come or go in between disturb nothing. */
export type Cursor = Pick<Row, 'level' | 'since' | 'id'>;

/** In a form that tells nothing to whoever reads the address. */
export const writeCursor = ({ level, since, id }: Cursor): string =>
  [safetyLevels.indexOf(level), Date.parse(since), id].join('.');

export const readCursor = (text: string): Cursor => {
  const [, rank, since, id] = /^([0-2])\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  const level = safetyLevels[Number(rank)];
  if (level === undefined || since === undefined || id === undefined) {
    throw badRequest('wrong-cursor', 'Load the list from its beginning.', 'cursor');
  }
  return { level, since: new Date(Number(since)).toISOString(), id };
};
