import type { RouteModule } from './app.ts';
import { readChainHead } from './audit/audit.repository.ts';

/** For the operator's monitor. `healthz`: the process lives. `readyz`: it can also reach its store. */
export const healthRoutes: RouteModule = (app, { store, log }) => {
  app.get('/healthz', { config: { access: 'public' } }, async () => ({ status: 'alive' }));

  app.get('/readyz', { config: { access: 'public' } }, async (_, reply) => {
    try {
      await readChainHead(store.db());
      switch (store.health.state()) {
        case 'well':
          return { status: 'ready' };
        case 'full':
          return reply.code(503).send({ status: 'out of space' });
        case 'failing':
          return reply.code(503).send({ status: 'store unavailable' });
      }
    } catch (error) {
      log.error({ err: error }, 'the store cannot be read');
      return reply.code(503).send({ status: 'store unavailable' });
    }
  });
};
