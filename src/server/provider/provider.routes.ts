import { providerAddress, providerReturn, signInAnswer, signInWays } from '../../submission/sign-in-wire.ts';
import type { RouteModule } from '../route-module.ts';
import { admit } from '../sign-in/admit.ts';
import { giveStepCookie, stepTokenOf } from '../sign-in/session-cookie.ts';
import { visitOf } from '../sign-in/visit.ts';
import { beginAtProvider, finishAtProvider } from './provider.usecases.ts';

const SMALL = 16 * 1_024;

/** Signing in through the clinic's own identity provider, where it has one. */
export const providerRoutes: RouteModule = (app, deps) => {
  app.get(
    '/api/auth/ways',
    { config: { access: 'public' }, schema: { response: { 200: signInWays } } },
    async () => ({ provider: deps.provider !== undefined }),
  );

  app.post(
    '/api/auth/provider',
    { config: { access: 'public' }, bodyLimit: SMALL, schema: { response: { 200: providerAddress } } },
    async (_, reply) => {
      const { stepToken, url } = await beginAtProvider(deps);
      giveStepCookie(reply, stepToken);
      return { url };
    },
  );

  // The page that the browser comes back to sends what it got, so that the cookie is Strict and no state changes on GET.
  app.post(
    '/api/auth/provider/return',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: providerReturn, response: { 200: signInAnswer } },
    },
    async (request, reply) =>
      admit(
        deps,
        reply,
        await finishAtProvider(deps, stepTokenOf(request), request.body.query, visitOf(request)),
      ),
  );
};
