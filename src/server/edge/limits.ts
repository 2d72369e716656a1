import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { addressKey } from '../safety-alerts/address-key.ts';
import type { WriteKind } from './access.ts';
import { countOneMore } from './counts.repository.ts';
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
const MINUTE_MS = 60_000;

type Counter = (request: FastifyRequest) => Promise<void>;

/** Counts by the minute. A route that says `neverLimited` is let through: a safety alert is never dropped. */
export const limitRequests = async (app: FastifyInstance, needs: Needs): Promise<void> => {
  await app.register(rateLimit, { global: false });
  const together = countTogether(needs);

  const counter = (name: string, max: number, keyOf: (request: FastifyRequest) => string): Counter => {
    const here = app.createRateLimit({ timeWindow: MINUTE_MS, max, keyGenerator: keyOf });
    return async (request) => {
      const counted = await here(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttlInSeconds);
      await together(name, max, keyOf(request));
    };
  };
  const byAddress = (name: string, max: number) => counter(name, max, ({ ip }) => addressKey(ip));
  const inAll = (name: string, max: number) => counter(name, max, () => 'all');
  const countersOf = (kind: WriteKind) => ({
    byAddress: byAddress(kind, limits.writes[kind].perAddress),
    inAll: inAll(kind, limits.writes[kind].inAll),
  });

  const reads = byAddress('reading', limits.readsPerAddress);
  const writes: Readonly<Record<WriteKind, ReturnType<typeof countersOf>>> = {
    saving: countersOf('saving'),
    sending: countersOf('sending'),
    deleting: countersOf('deleting'),
    reporting: countersOf('reporting'),
    other: countersOf('other'),
  };

  const countersFor = (request: FastifyRequest): readonly Counter[] => {
    if (!WRITES.has(request.method)) return [reads];
    const { access, writes: kind = 'other' } = request.routeOptions.config;
    // What all patients together may write must never keep the staff from their work.
    return access === 'public' ? [writes[kind].byAddress, writes[kind].inAll] : [writes[kind].byAddress];
  };

  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || request.routeOptions.config.neverLimited === true) return;
    for (const count of countersFor(request)) await count(request);
  });
};

type Needs = Pick<Dependencies, 'store' | 'vault' | 'clock' | 'log'>;

/**
 * Several processes serve together only on PostgreSQL, and count together there, under names that nobody can read back
 * into an address. What one process refuses by its own count never gets as far. Where the store cannot be reached,
 * each process goes by its own count: a limit must not be what closes the doors.
 */
const countTogether = ({ store, vault, clock, log }: Needs) => {
  if (store.engine !== 'postgres') return async () => undefined;
  return async (name: string, max: number, key: string): Promise<void> => {
    const now = clock.now().getTime();
    const counted = await countOneMore(store.db(), vault.indexes.of('address', name, key), {
      now,
      ms: MINUTE_MS,
    }).catch((error: unknown) => {
      log.warn({ err: error }, 'requests are counted by this process alone');
      return undefined;
    });
    if (counted !== undefined && counted.many > max) throw tooMany(Math.ceil((counted.until - now) / 1_000));
  };
};
