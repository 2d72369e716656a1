import * as z from 'zod';
import { verifiedAnswers, verifyRequest } from '../../submission/verified-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { seenVersion } from '../edge/seen-version.ts';
import { readerOf } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { createVerified } from './verified.usecases.ts';

const config = { access: ['clinician'] } as const;

export const verifiedRoutes: RouteModule = (app, dependencies) => {
  const verified = createVerified(dependencies);

  app.get(
    '/api/staff/submissions/:id/verified',
    { config, schema: { params: z.strictObject({ id: uuid }), response: { 200: verifiedAnswers } } },
    async (request) => verified.read(readerOf(request), request.params.id.toLowerCase()),
  );

  app.put(
    '/api/staff/submissions/:id/verified/:key',
    {
      config,
      schema: {
        params: z.strictObject({ id: uuid, key: z.string().max(100) }),
        body: verifyRequest,
        response: { 200: verifiedAnswers },
      },
    },
    async (request) => {
      const { id, key } = request.params;
      return verified.verify(
        readerOf(request),
        { id: id.toLowerCase(), key, seen: seenVersion(request) },
        request.body,
      );
    },
  );
};
