import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { tooMany } from './problem.ts';

/** A carrier puts many patients behind one address, so the limit of an address is wide. */
const limits = {
  writesPerAddress: 120,
  readsPerAddress: 600,
  writesInAll: 600,
} as const;

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Counts by the minute. A route that says `neverLimited` is let through: a safety alert is never dropped. */
export const limitRequests = async (app: FastifyInstance): Promise<void> => {
  await app.register(rateLimit, { global: false });
  const window = { timeWindow: '1 minute' };
  const writesPerAddress = app.createRateLimit({ ...window, max: limits.writesPerAddress });
  const readsPerAddress = app.createRateLimit({ ...window, max: limits.readsPerAddress });
  const writesInAll = app.createRateLimit({ ...window, max: limits.writesInAll, keyGenerator: () => 'all' });

  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || request.routeOptions.config.neverLimited === true) return;
    const isWrite = WRITES.has(request.method);
    const isPublic = request.routeOptions.config.access === 'public';
    // What all patients together may write must never keep the staff from their work.
    const counters = isWrite ? [writesPerAddress, ...(isPublic ? [writesInAll] : [])] : [readsPerAddress];
    for (const count of counters) {
      const counted = await count(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttlInSeconds);
    }
  });
};
