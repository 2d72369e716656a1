import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WriteKind } from './access.ts';
import { tooMany } from './problem.ts';

/** A minute's worth. A carrier puts many patients behind one address, so the limit of an address is wide. */
export const limits = {
  readsPerAddress: 600,
  /**
   * Each kind has a counter of its own: however often the forms behind one address save themselves, somebody there can
   * still send theirs or delete it. In all, as many may be sent as the machine carries; a case that is one of a flood
   * is sorted out by people, one that was refused is lost.
   */
  writes: {
    saving: { perAddress: 240, inAll: 1_200 },
    sending: { perAddress: 120, inAll: 6_000 },
    deleting: { perAddress: 120, inAll: 6_000 },
    reporting: { perAddress: 60, inAll: 600 },
    other: { perAddress: 120, inAll: 600 },
  },
} as const satisfies {
  readonly readsPerAddress: number;
  readonly writes: Readonly<Record<WriteKind, { readonly perAddress: number; readonly inAll: number }>>;
};

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Counts by the minute. A route that says `neverLimited` is let through: a safety alert is never dropped. */
export const limitRequests = async (app: FastifyInstance): Promise<void> => {
  await app.register(rateLimit, { global: false });
  const counterOf = (max: number) => app.createRateLimit({ timeWindow: '1 minute', max });
  const counterOfAll = (max: number) =>
    app.createRateLimit({ timeWindow: '1 minute', max, keyGenerator: () => 'all' });
  const counters = ({ perAddress, inAll }: { readonly perAddress: number; readonly inAll: number }) => ({
    perAddress: counterOf(perAddress),
    inAll: counterOfAll(inAll),
  });
  const writes = {
    saving: counters(limits.writes.saving),
    sending: counters(limits.writes.sending),
    deleting: counters(limits.writes.deleting),
    reporting: counters(limits.writes.reporting),
    other: counters(limits.writes.other),
  };
  const reads = counterOf(limits.readsPerAddress);

  const countersFor = (request: FastifyRequest) => {
    if (!WRITES.has(request.method)) return [reads];
    const { access, writes: kind = 'other' } = request.routeOptions.config;
    const { perAddress, inAll } = writes[kind];
    // What all patients together may write must never keep the staff from their work.
    return access === 'public' ? [perAddress, inAll] : [perAddress];
  };

  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || request.routeOptions.config.neverLimited === true) return;
    for (const count of countersFor(request)) {
      const counted = await count(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttlInSeconds);
    }
  });
};
