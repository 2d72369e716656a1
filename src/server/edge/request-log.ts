import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

/**
 * What may stand in a log line is listed here; anything else is left out. No address of a page (it could hold a
 * code), no header, no body, no message of an error (a database repeats values in its messages).
 */
export const createLog = (destination?: DestinationStream, level = 'info'): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      serializers: { err: describeError, req: () => undefined, res: () => undefined },
    },
    ...(destination === undefined ? [] : ([destination] as const)),
  );

/** The kind of an error and where it arose. */
const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...('errcode' in error ? { errcode: String(error.errcode) } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
};

export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: routeOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
};

/** The pattern, as in `/api/drafts/:id`; never what was asked for. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';
