import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Access } from '../edge/access.ts';

const whoMayCome = (access: Access | undefined): string => {
  if (access === undefined) return 'nobody';
  if (typeof access !== 'string') return `signed in as ${access.join(' or ')}`;
  return access === 'public' ? 'anybody' : 'any signed-in member of staff';
};

/** `/api/staff/queue` belongs to `staff`, `/healthz` to `health`. */
const groupOf = (url: string): string => /^\/api\/([\w-]+)/.exec(url)?.[1] ?? 'health';

const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } });

/**
 * Describes every route that is added after it, from the schemas that the routes enforce. Pages and files are no part
 * of the API.
 */
export const describeRoutes = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Prelude',
        version: '1',
        description:
          'Every refusal is application/problem+json: what happened, what to do, and the place in what was sent.',
      },
    },
    transform: (input) => {
      const { url, route } = input;
      const described = toJsonSchema(input);
      // A page has no schema at all, whatever the type says.
      const shape: Partial<typeof described.schema> = described.schema ?? {};
      const isApi = url.startsWith('/api/') || url === '/healthz' || url === '/readyz';
      return {
        ...described,
        schema: {
          ...shape,
          hide: !isApi || shape.hide === true,
          tags: [groupOf(url)],
          description: `For ${whoMayCome(route.config?.access)}.`,
        },
      };
    },
  });
};
