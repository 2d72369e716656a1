import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Dependencies } from './dependencies.ts';

/** Bodies and answers are typed by the schemas of their routes. */
export const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/** The server as routes see it. */
export type App = ReturnType<typeof typed>;

/** What a folder of the server adds to the app. Every route of it says who may come in: `config: { access }`. */
export type RouteModule = (app: App, dependencies: Dependencies) => void;
