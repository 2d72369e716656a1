import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

const report = z.object({ 'csp-report': z.object({ 'effective-directive': z.string() }) });

/** What a browser may name. Anything else is a sender's own words, and does not come into the log. */
const DIRECTIVES: ReadonlySet<string> = new Set([
  'default-src',
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'connect-src',
  'font-src',
  'media-src',
  'object-src',
  'frame-src',
  'child-src',
  'worker-src',
  'manifest-src',
  'base-uri',
  'form-action',
  'frame-ancestors',
  'require-trusted-types-for',
  'trusted-types',
]);

/**
 * A browser says that it blocked something. The rule that did is logged and nothing else: the report also names the
 * page's address. No schema refuses a report, since browsers send what they like.
 */
export const cspReportRoutes = (app: FastifyInstance): void => {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/csp-report',
      { parseAs: 'string', bodyLimit: 8 * 1_024 },
      async (_request: unknown, body: string) => directiveOf(body),
    );
    scope.post(
      '/api/csp-reports',
      { config: { access: 'public', writes: 'reporting' } },
      async (request, reply) => {
        if (typeof request.body === 'string' && DIRECTIVES.has(request.body))
          request.log.warn({ directive: request.body }, 'blocked by the content policy');
        return reply.code(204).send();
      },
    );
  });
};

const directiveOf = (body: string): string | undefined => {
  try {
    return report.parse(JSON.parse(body))['csp-report']['effective-directive'];
  } catch {
    return undefined;
  }
};
