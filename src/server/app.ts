import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { administrationRoutes } from './administration/administration.routes.ts';
import { apiReferenceRoutes } from './api-reference/api-reference.routes.ts';
import { describeRoutes } from './api-reference/openapi.ts';
import { caseWorkRoutes } from './case-work/case-work.routes.ts';
import { clinicRoutes } from './clinic/clinic.routes.ts';
import { coverageRoutes } from './coverage/coverage.routes.ts';
import type { Dependencies } from './dependencies.ts';
import { draftRoutes } from './drafts/drafts.routes.ts';
import { guardRoutes, listDoors } from './edge/access.ts';
import { addressMatcher } from './edge/address.ts';
import { caps } from './edge/caps.ts';
import { cspReportRoutes } from './edge/csp-reports.routes.ts';
import { answerErrors, answerUnreadable } from './edge/errors.ts';
import { takeJsonOnly } from './edge/json-only.ts';
import { limitRequests } from './edge/limits.ts';
import { logRequests } from './edge/request-log.ts';
import { refuseOtherSites } from './edge/same-origin.ts';
import { setSecurityHeaders } from './edge/security-headers.ts';
import { closeAfterAnswer, httpOptions, limitSockets } from './edge/sockets.ts';
import { refuseWhatCannotBeKept } from './edge/store-gate.ts';
import { documentRoutes } from './exports/documents.routes.ts';
import { exportRoutes } from './exports/exports.routes.ts';
import { figureRoutes } from './figures/figures.routes.ts';
import { followUpRoutes } from './follow-ups/follow-ups.routes.ts';
import { healthRoutes } from './health.routes.ts';
import { liveRoutes } from './live/live.routes.ts';
import { writeNotFoundPage } from './pages/not-found-page.ts';
import { sendLostPage, servePages } from './pages/pages.routes.ts';
import { createPatientPages } from './pages/patient-pages.ts';
import { providerRoutes } from './provider/provider.routes.ts';
import { replayRoutes } from './replays/replays.routes.ts';
import { reviewRoutes } from './reviews/reviews.routes.ts';
import { type App, type RouteModule, typed } from './route-module.ts';
import { safetyAlertRoutes } from './safety-alerts/safety-alerts.routes.ts';
import { samePersonRoutes } from './same-person/same-person.routes.ts';
import { SESSION_COOKIE } from './sign-in/session-cookie.ts';
import { readSessionOf } from './sign-in/sessions.usecases.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { accountRoutes } from './staff/account.routes.ts';
import { sessionRoutes } from './staff/sessions.routes.ts';
import { userRoutes } from './staff/users.routes.ts';
import { submissionRoutes } from './submissions/submissions.routes.ts';
import { verifiedRoutes } from './verified/verified.routes.ts';

/** Every folder that adds routes: one line each. */
export const routeModules: readonly RouteModule[] = [
  healthRoutes,
  apiReferenceRoutes,
  signInRoutes,
  providerRoutes,
  accountRoutes,
  sessionRoutes,
  userRoutes,
  clinicRoutes,
  draftRoutes,
  submissionRoutes,
  safetyAlertRoutes,
  reviewRoutes,
  liveRoutes,
  followUpRoutes,
  samePersonRoutes,
  verifiedRoutes,
  caseWorkRoutes,
  figureRoutes,
  exportRoutes,
  documentRoutes,
  coverageRoutes,
  administrationRoutes,
  replayRoutes,
];

/** The whole server, callable with `inject` and without a port. */
export const createApp = async (
  dependencies: Dependencies,
  modules: readonly RouteModule[] = routeModules,
): Promise<App> => {
  const app = typed(
    Fastify({
      loggerInstance: dependencies.log,
      logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
      genReqId: () => randomUUID(),
      requestIdHeader: false,
      trustProxy: dependencies.trustedProxies.length === 0 ? false : [...dependencies.trustedProxies],
      bodyLimit: caps.bodyBytes,
      requestTimeout: httpOptions.requestTimeout,
      keepAliveTimeout: httpOptions.keepAliveTimeout,
      maxRequestsPerSocket: httpOptions.maxRequestsPerSocket,
      http: httpOptions,
      routerOptions: { ignoreTrailingSlash: true },
      frameworkErrors: answerUnreadable,
    }),
  );
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  listDoors(app);
  limitSockets(app.server, addressMatcher(dependencies.trustedProxies));
  closeAfterAnswer(app);
  const { pages: built } = dependencies;
  const pages = built && createPatientPages(dependencies, built);
  await setSecurityHeaders(app, pages?.styles ?? []);
  answerErrors(app, (request, reply) =>
    pages === undefined ? writeNotFoundPage(reply) : sendLostPage(pages, request, reply),
  );
  logRequests(app);
  takeJsonOnly(app);
  await app.register(cookie);
  refuseOtherSites(app, dependencies.publicUrl, SESSION_COOKIE);
  await limitRequests(app, dependencies);
  guardRoutes(app, readSessionOf(dependencies));
  refuseWhatCannotBeKept(app, dependencies.store.health);

  await describeRoutes(app);
  cspReportRoutes(app);
  for (const module of modules) module(app, dependencies);
  if (built !== undefined && pages !== undefined) await servePages(app, built, pages);
  return app;
};
