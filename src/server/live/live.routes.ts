import { PassThrough } from 'node:stream';
import type { LiveChange, LiveEvent } from '../../submission/live-wire.ts';
import { readers } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { sessionTokenOf } from '../sign-in/session-cookie.ts';
import { readSession } from '../sign-in/sessions.usecases.ts';
import { createWatch } from './watch.ts';

const HEARTBEAT_MS = 10_000;
/** Whoever reads this slowly has gone. */
const MOST_WAITING_BYTES = 64 * 1_024;

/**
 * Tells an open portal that its queue has changed: ids alone. A stream is not a sign of life: it neither keeps a
 * session awake nor outlives it.
 */
export const liveRoutes: RouteModule = (app, dependencies) => {
  const watch = createWatch(dependencies);
  const open = new Set<PassThrough>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  app.get('/api/staff/events', { config: { access: readers, byItself: true } }, async (request, reply) => {
    const token = sessionTokenOf(request) ?? '';
    const stream = new PassThrough();
    const say = (event: LiveEvent, about: object) => {
      if (stream.writableEnded) return;
      stream.write(`event: ${event}\ndata: ${JSON.stringify(about)}\n\n`);
      if (stream.writableLength > MOST_WAITING_BYTES) stream.end();
    };
    /** Says it only to somebody who is still signed in. */
    const sayIfIn = async (event: LiveEvent, about: object) => {
      const { state } = await readSession(dependencies, token, 'byItself');
      if (state === 'open') return say(event, about);
      say('over', {});
      stream.end();
    };
    const trySaying = (event: LiveEvent, about: object) =>
      sayIfIn(event, about).catch((err: unknown) => {
        request.log.error({ err }, 'a live stream ends');
        stream.end();
      });

    const stopListening = await watch.listen((ids) => {
      void trySaying('changed', { ids: [...ids] } satisfies LiveChange);
    });
    const heart = setInterval(() => void trySaying('here', {}), HEARTBEAT_MS);
    open.add(stream);
    stream.once('close', () => {
      stopListening();
      clearInterval(heart);
      open.delete(stream);
    });
    say('here', {});
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(stream);
  });
};
