import { readChainHead } from './audit/audit.repository.ts';
import { overdue } from './backups/age.ts';
import { readBackupDays } from './backups/backup-days.repository.ts';
import type { RouteModule } from './route-module.ts';

/**
 * For the operator's monitor. `healthz`: the process lives. `readyz`: it can also reach its store; amber: a backup or
 * a drill is overdue.
 */
export const healthRoutes: RouteModule = (app, { store, log, clock, demonstration }) => {
  const late = async () =>
    demonstration ? [] : overdue(await readBackupDays(store.db()), clock.now().getTime());

  app.get('/healthz', { config: { access: 'public' } }, async () => ({ status: 'alive' }));

  app.get('/readyz', { config: { access: 'public' } }, async (_, reply) => {
    try {
      await readChainHead(store.db());
      switch (store.health.state()) {
        case 'well': {
          const waiting = await late();
          return { status: 'ready', state: waiting.length === 0 ? 'green' : 'amber', overdue: waiting };
        }
        case 'full':
          return reply.code(503).send({ status: 'out of space', state: 'red' });
        case 'failing':
          return reply.code(503).send({ status: 'store unavailable', state: 'red' });
      }
    } catch (error) {
      log.error({ err: error }, 'the store cannot be read');
      return reply.code(503).send({ status: 'store unavailable', state: 'red' });
    }
  });
};
