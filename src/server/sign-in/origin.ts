import type { FastifyRequest } from 'fastify';
import type { AddressClass } from '../audit/act.ts';
import { addressClass } from '../edge/address.ts';

/** Where a request came from, as the audit keeps it. */
export interface Origin {
  readonly requestId: string;
  readonly addressClass: AddressClass;
}

export const originOf = (request: FastifyRequest): Origin => ({
  requestId: request.id,
  addressClass: addressClass(request.ip),
});
