import * as z from 'zod';
import {
  frontDeskSearchAnswer,
  LONGEST_TERM,
  SEARCH_HEADER,
  SHORTEST_TERM,
  searchAnswer,
} from '../../submission/search-wire.ts';
import type { Dependencies } from '../dependencies.ts';
import { unprocessable } from '../edge/problem.ts';
import type { App } from '../route-module.ts';
import type { Rows } from './open-rows.ts';
import { readerOf, readers } from './reader.ts';
import { createSearch } from './search.usecases.ts';

export const searchRoutes = (app: App, dependencies: Dependencies, opened: Rows): void => {
  const search = createSearch(dependencies, opened);
  app.get(
    '/api/staff/search',
    {
      config: { access: readers },
      schema: { response: { 200: z.union([searchAnswer, frontDeskSearchAnswer]) } },
    },
    async (request) => search.find(readerOf(request), termIn(request.headers[SEARCH_HEADER])),
  );
};

const termIn = (header: string | string[] | undefined): string => {
  const term = decoded(header)?.trim() ?? '';
  const { length } = [...term];
  if (length < SHORTEST_TERM || length > LONGEST_TERM)
    throw unprocessable(
      'search-term',
      `Look for ${SHORTEST_TERM} to ${LONGEST_TERM} characters of a name, a phone number or a reference.`,
      SEARCH_HEADER,
    );
  return term;
};

const decoded = (header: string | string[] | undefined): string | undefined => {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : undefined;
  } catch {
    return undefined;
  }
};
