import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

const report = z.object({ 'csp-report': z.object({ 'effective-directive': z.string() }) });
const DIRECTIVE = /^[a-z-]{1,40}$/;

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
        if (typeof request.body === 'string')
          request.log.warn({ directive: request.body }, 'blocked by the content policy');
        return reply.code(204).send();
      },
    );
  });
};

const directiveOf = (body: string): string | undefined => {
  try {
    const directive = report.parse(JSON.parse(body))['csp-report']['effective-directive'];
    return DIRECTIVE.test(directive) ? directive : undefined;
  } catch {
    return undefined;
  }
};
