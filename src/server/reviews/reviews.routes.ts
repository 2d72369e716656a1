import * as z from 'zod';
import {
  alertDetail,
  frontDeskItem,
  frontDeskQueue,
  queue,
  summary,
  views,
} from '../../submission/staff-wire.ts';
import { uuid } from '../../submission/wire.ts';
import type { RouteModule } from '../route-module.ts';
import { createCases } from './cases.usecases.ts';
import { createRows } from './open-rows.ts';
import { createQueues } from './queue.usecases.ts';
import { readerOf, readers } from './reader.ts';
import { searchRoutes } from './search.routes.ts';

const params = z.strictObject({ id: uuid });
/** More than a screen holds. Each is opened, or at least written, at every look. */
const ITEMS = 50;
const MOST_ITEMS = 500;

const queueQuery = z.strictObject({
  view: z.enum(views),
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(ITEMS),
  cursor: z.string().max(100).optional(),
  location: z.string().max(40).optional(),
  treatment: z.enum(['spravato', 'ivKetamine']).optional(),
  whose: z.enum(['mine', 'all']).optional(),
});

/** What staff read. Each reading stands in the audit, and who is who decides how much is shown. */
export const reviewRoutes: RouteModule = (app, dependencies) => {
  const rows = createRows(dependencies);
  const queues = createQueues(dependencies, rows);
  const cases = createCases(dependencies);
  const config = { access: readers };
  searchRoutes(app, dependencies, rows);

  app.get(
    '/api/staff/queue',
    { config, schema: { querystring: queueQuery, response: { 200: z.union([queue, frontDeskQueue]) } } },
    async (request) => {
      const { view, limit, cursor, location, treatment, whose } = request.query;
      const filters = { location, treatment, whose };
      return queues.look(readerOf(request), { view, limit, cursor, filters });
    },
  );

  app.get(
    '/api/staff/submissions/:id',
    { config, schema: { params, response: { 200: z.union([summary, frontDeskItem]) } } },
    async (request) => cases.open(readerOf(request), request.params.id.toLowerCase()),
  );

  app.get(
    '/api/staff/alerts/:id',
    { config, schema: { params, response: { 200: z.union([alertDetail, frontDeskItem]) } } },
    async (request) => cases.openAlert(readerOf(request), request.params.id.toLowerCase()),
  );
};
