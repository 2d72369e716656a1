import type { FastifyRequest } from 'fastify';
import { deviceOf } from './device.ts';
import { type Origin, originOf } from './origin.ts';

/** Who knocks at the clinic's door: from where, and with what. */
export interface Visit {
  readonly origin: Origin;
  readonly address: string;
  readonly device: string;
}

export const visitOf = (request: FastifyRequest): Visit => ({
  origin: originOf(request),
  address: request.ip,
  device: deviceOf(request.headers['user-agent']),
});
