import * as z from 'zod';
import { figurePeriods, figures } from '../../submission/figures-wire.ts';
import { actorOf } from '../edge/access.ts';
import { createRows } from '../reviews/open-rows.ts';
import type { RouteModule } from '../route-module.ts';
import { originOf } from '../sign-in/origin.ts';
import { createFigures } from './figures.usecases.ts';

const querystring = z.strictObject({ weeks: z.enum(figurePeriods).default('12') });

/** The clinic's figures: for those who decide about cases, and those who run the clinic. */
export const figureRoutes: RouteModule = (app, dependencies) => {
  const looking = createFigures(dependencies, createRows(dependencies));
  app.get(
    '/api/staff/figures',
    {
      config: { access: ['clinician', 'administrator'] },
      schema: { querystring, response: { 200: figures } },
    },
    async (request) => looking.look({ actor: actorOf(request), ...originOf(request) }, request.query.weeks),
  );
};
