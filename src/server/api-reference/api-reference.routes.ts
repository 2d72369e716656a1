import type { RouteModule } from '../route-module.ts';
import { referencePage, referenceStyle } from './reference-page.ts';

/** What the API is, for machines and for people. It tells of doors, never of what is behind them. */
export const apiReferenceRoutes: RouteModule = (app) => {
  const open = { config: { access: 'public' }, schema: { hide: true } } as const;
  // Written once, when it is first asked for: every route is there by then.
  let page: string | undefined;
  const writtenPage = (): string => {
    page ??= referencePage(app.swagger());
    return page;
  };
  app.get('/api/openapi.json', open, async () => app.swagger());
  app.get('/api/docs', open, async (_, reply) => reply.type('text/html; charset=utf-8').send(writtenPage()));
  app.get('/api/docs.css', open, async (_, reply) =>
    reply.type('text/css; charset=utf-8').send(referenceStyle),
  );
};
