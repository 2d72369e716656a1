import type { FastifyReply } from 'fastify';

/** A file to keep. Its name is fixed: a list of downloads on a shared computer names nobody. */
export const attach = (reply: FastifyReply, name: string, type: string): FastifyReply =>
  reply.header('content-type', type).header('content-disposition', `attachment; filename="${name}"`);
