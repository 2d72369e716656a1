import * as z from 'zod/mini';
import { uuid } from './wire.ts';

/**
 * `GET /api/staff/events`, server-sent. `here`: the stream is alive. `changed`: these cases and alerts have changed,
 * and nothing of them. `over`: the session has ended.
 */
export type LiveEvent = 'here' | 'changed' | 'over';

export const liveChange = z.strictObject({ ids: z.array(uuid) });
export type LiveChange = z.infer<typeof liveChange>;
