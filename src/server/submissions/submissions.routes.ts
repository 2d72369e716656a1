import * as z from 'zod';
import * as wire from '../../submission/wire.ts';
import { verifierIn } from '../drafts/verifier.ts';
import { addressClass } from '../edge/address.ts';
import type { RouteModule } from '../route-module.ts';
import { createSubmissions } from './submissions.usecases.ts';

const params = z.strictObject({ id: wire.uuid });

/** A finished form. 201 when it is new, 200 with the same receipt when it was here before. */
export const submissionRoutes: RouteModule = (app, dependencies) => {
  const submissions = createSubmissions(dependencies);

  app.put(
    '/api/submissions/:id',
    {
      config: { access: 'public', writes: 'sending' },
      schema: { params, body: wire.submissionRequest, response: { 200: wire.receipt, 201: wire.receipt } },
    },
    async (request, reply) => {
      const { receipt, isNew } = await submissions.receive({
        submissionId: request.params.id.toLowerCase(),
        body: request.body,
        verifier: verifierIn(request.headers.authorization),
        requestId: request.id,
        addressClass: addressClass(request.ip),
      });
      return reply.code(isNew ? 201 : 200).send(receipt);
    },
  );
};
