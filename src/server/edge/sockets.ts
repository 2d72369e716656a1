import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Slow and greedy clients are cut off here, before a request of theirs exists. */
export const httpOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1_024,
  maxRequestsPerSocket: 100,
} as const;

const SOCKETS = 2_000;
const SOCKETS_PER_ADDRESS = 50;

/** Behind a proxy all connections come from it, so it is not counted. */
export const limitSockets = (
  server: Server<typeof IncomingMessage>,
  isTrustedProxy: (address: string) => boolean,
): void => {
  server.maxConnections = SOCKETS;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (isTrustedProxy(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > SOCKETS_PER_ADDRESS) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
};

/** A server that is told to stop answers what is under way and keeps no connection open after it. */
export const closeAfterAnswer = (app: FastifyInstance): void => {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close');
  });
};
