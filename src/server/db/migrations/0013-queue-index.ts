import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Database } from '../schema.ts';

/** All that a list asks of a case without opening it: neither engine then reads the rows, which are long. */
export const up = async (db: Kysely<Database>, _engine: Engine): Promise<void> => {
  await db.schema
    .createIndex('submissions_in_queue')
    .on('submissions')
    .columns(['status', 'received_at', 'id', 'version', 'location', 'assignee_id'])
    .execute();
  await db.schema.dropIndex('submissions_by_status').execute();
};
