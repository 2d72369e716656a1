/** A program: the same framework, which takes the same body and does nothing with it. */
import { env } from 'node:process';
import Fastify from 'fastify';

const app = Fastify();
app.get('/readyz', async () => ({}));
app.put('/api/submissions/:id', async (_, reply) => reply.code(201).send({}));
await app.listen({ port: Number(env.PORT), host: 'localhost' });
process.on('SIGTERM', () => process.exit(0));
