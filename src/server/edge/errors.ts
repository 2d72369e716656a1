import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemDetails } from '../../submission/wire.ts';
import { isStoreFailure } from '../db/store-failure.ts';
import { joinPath } from './caps.ts';
import { badRequest, notFound, Problem, storeUnavailable, unprocessable } from './problem.ts';

/** Every refusal leaves through here, so none carries a value, a stack or a sentence of a library. */
export const answerErrors = (app: FastifyInstance, sendLostPage: SendPage): void => {
  const answer = (request: FastifyRequest, reply: FastifyReply, problem: Problem) =>
    problem.status === 404 && wantsPage(request)
      ? sendLostPage(request, reply)
      : writeProblem(request, reply, problem);

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return answer(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => answer(request, reply, notFound()));
};

export type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

/** A person who typed or followed a wrong address; programs get the problem as JSON. */
const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  !request.url.startsWith('/api/') &&
  (request.headers.accept ?? '').includes('text/html');

/** An address that cannot even be decoded reaches no hook and no route. */
export const answerUnreadable = (
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  reply.header('cache-control', 'no-store');
  writeProblem(request, reply, badRequest('bad-address', 'Check the address.'));
};

const writeProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
  const details: ProblemDetails = {
    type: `urn:prelude:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    ...(problem.path === undefined ? {} : { path: problem.path }),
    requestId: request.id,
  };
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds);
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(details);
};

const problemOf = (error: FastifyError): Problem => {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return refusedBySchema(error);
  if (isStoreFailure(error)) return storeUnavailable();
  return fromFastify(error) ?? unexpected();
};

const refusedBySchema = (error: FastifyError): Problem => {
  const [first] = error.validation ?? [];
  const steps = (first?.instancePath ?? '').split('/').slice(1);
  const unknown = first?.keyword === 'unrecognized_keys' ? first.params.keys : undefined;
  const [unknownKey] = Array.isArray(unknown) ? unknown : [];
  const path = pathOf(typeof unknownKey === 'string' ? [...steps, unknownKey] : steps);
  return unknownKey === undefined
    ? unprocessable('not-accepted', 'This is missing, or not of the kind that is taken here.', path)
    : unprocessable('unknown-key', 'There is no such field. Remove it.', path);
};

const pathOf = (steps: readonly string[]): string =>
  steps
    .filter((step) => step !== '')
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : joinPath(path, step)), '');

/** The refusals of the HTTP layer, in our words. */
const fromFastify = (error: FastifyError): Problem | undefined => {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem({
        status: 413,
        code: 'body-too-large',
        title: 'This is more than fits',
        detail: 'Send less at once.',
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem({
        status: 415,
        code: 'json-only',
        title: 'This request cannot be read',
        detail: 'Send JSON, as application/json.',
      });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return badRequest('wrong-length', 'The body does not have the length that was announced.');
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? badRequest('bad-request', 'Check the request and send it again.')
        : undefined;
  }
};

const unexpected = (): Problem =>
  new Problem({
    status: 500,
    code: 'unexpected',
    title: 'Something went wrong on our side',
    detail: 'Nothing you entered is lost. Try again, or call the clinic and name the request id.',
  });
