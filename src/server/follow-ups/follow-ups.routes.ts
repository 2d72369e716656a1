import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import * as wire from '../../submission/follow-up-wire.ts';
import * as replyWire from '../../submission/reply-wire.ts';
import { draftId, uuid } from '../../submission/wire.ts';
import { createGuessLimit } from '../drafts/guess-limit.ts';
import { verifierIn } from '../drafts/verifier.ts';
import { addressClass } from '../edge/address.ts';
import { notFound } from '../edge/problem.ts';
import { readerOf } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { addressKey } from '../safety-alerts/address-key.ts';
import { createFollowUps } from './follow-ups.usecases.ts';
import type { From, Proof } from './proofs.ts';
import { createReplies } from './replies.usecases.ts';

const params = z.strictObject({ id: uuid });
const clinicians = { access: ['clinician'] } as const;
const isOpen = { access: 'public' } as const;

/** Questions to a patient who has sent, from the clinic's side and from theirs. */
export const followUpRoutes: RouteModule = (app, dependencies) => {
  const followUps = createFollowUps(dependencies);
  const replies = createReplies({ ...dependencies, guesses: createGuessLimit(dependencies, 'follow-up') });

  app.get(
    '/api/staff/submissions/:id/follow-ups',
    { config: clinicians, schema: { params, response: { 200: wire.staffFollowUps } } },
    async (request) => followUps.read(readerOf(request), request.params.id.toLowerCase()),
  );

  app.post(
    '/api/staff/submissions/:id/follow-ups',
    {
      config: clinicians,
      schema: { params, body: wire.followUpRequest, response: { 201: wire.staffFollowUps } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await followUps.ask(readerOf(request), request.params.id.toLowerCase(), request.body)),
  );

  app.post(
    '/api/staff/submissions/:id/follow-up-links',
    {
      config: clinicians,
      schema: { params, body: wire.followUpLinkRequest, response: { 201: wire.followUpLink } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await followUps.makeLink(readerOf(request), request.params.id.toLowerCase(), request.body.by)),
  );

  app.get(
    '/api/drafts/:id/follow-ups',
    {
      config: isOpen,
      schema: { params: z.strictObject({ id: draftId }), response: { 200: replyWire.patientFollowUps } },
    },
    async (request) => replies.ofDraft(fromOf(request), request.params.id, verifierOf(request)),
  );

  app.post(
    '/api/follow-ups/open',
    {
      config: isOpen,
      schema: { body: replyWire.openFollowUpRequest, response: { 200: replyWire.patientFollowUps } },
    },
    async (request) => replies.ofLink(fromOf(request), request.body),
  );

  app.put(
    '/api/submissions/:id/replies/:replyId',
    {
      config: isOpen,
      schema: {
        params: z.strictObject({ id: uuid, replyId: uuid }),
        body: replyWire.replyRequest,
        response: { 200: replyWire.replyReceipt, 201: replyWire.replyReceipt },
      },
    },
    async (request, reply) => {
      const { id, replyId } = request.params;
      const { receipt, isNew } = await replies.receive(fromOf(request), proofOf(request), {
        submissionId: id.toLowerCase(),
        replyId: replyId.toLowerCase(),
        body: request.body,
      });
      return reply.code(isNew ? 201 : 200).send(receipt);
    },
  );
};

const fromOf = (request: FastifyRequest): From => ({
  address: addressKey(request.ip),
  addressClass: addressClass(request.ip),
  requestId: request.id,
});

/** Whoever shows nothing is answered like whoever shows something wrong. */
const verifierOf = (request: FastifyRequest): string => {
  const verifier = verifierIn(request.headers.authorization);
  if (verifier === undefined) throw notFound();
  return verifier;
};

const proofOf = (request: FastifyRequest<{ Body: replyWire.ReplyRequest }>): Proof =>
  request.body.link === undefined
    ? { by: 'verifier', verifier: verifierOf(request) }
    : { by: 'link', link: request.body.link };
