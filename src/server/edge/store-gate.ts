import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StoreHealth } from '../db/store-health.ts';
import { storeUnavailable } from './problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * On a full disk the room that was kept in reserve is for alerts and for staff who read: everything else that writes is
 * refused before it takes of it. On a failing one staff read nothing, since it could not be recorded; what patients
 * write is tried, and fails by itself. Pages and help need no store.
 */
export const refuseWhatCannotBeKept = (app: FastifyInstance, health: StoreHealth): void => {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    switch (health.state()) {
      case 'well':
        return;
      case 'full':
        if (!READS.has(request.method) && !mustGoOn(request)) throw storeUnavailable();
        return;
      case 'failing':
        if (request.routeOptions.config.access !== 'public') throw storeUnavailable();
    }
  });
};

/** A safety alert, and the sign-in of whoever comes to read it. */
const mustGoOn = ({ url, routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.neverLimited === true || url.startsWith('/api/auth/');
