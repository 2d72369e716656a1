import * as z from 'zod';
import { samePeople, verdictRequest } from '../../submission/same-person-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { seenVersion } from '../edge/seen-version.ts';
import { readerOf } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { createSamePersons } from './same-person.usecases.ts';

const config = { access: ['clinician'] } as const;

export const samePersonRoutes: RouteModule = (app, dependencies) => {
  const persons = createSamePersons(dependencies);

  app.get(
    '/api/staff/submissions/:id/same-person',
    { config, schema: { params: z.strictObject({ id: uuid }), response: { 200: samePeople } } },
    async (request) => persons.read(readerOf(request), request.params.id.toLowerCase()),
  );

  app.put(
    '/api/staff/submissions/:id/same-person/:otherId',
    {
      config,
      schema: {
        params: z.strictObject({ id: uuid, otherId: uuid }),
        body: verdictRequest,
        response: { 200: samePeople },
      },
    },
    async (request) => {
      const { id, otherId } = request.params;
      const pair = { id: id.toLowerCase(), otherId: otherId.toLowerCase(), seen: seenVersion(request) };
      return persons.decide(readerOf(request), pair, request.body.verdict);
    },
  );
};
