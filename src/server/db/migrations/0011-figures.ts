import { type Kysely, sql } from 'kysely';
import { columnTypes, type Engine, tableEnd } from '../engine.ts';
import type { Database } from '../schema.ts';

/**
 * What the clinic's figures are made of. Of a case its times alone, in a narrow table, so that a year of them is read
 * fast; what was decided and who had to be called are counted by week, sealed.
 */
export const up = async (db: Kysely<Database>, engine: Engine): Promise<void> => {
  const { text, time, count, bytes } = columnTypes(engine);
  const table = (name: keyof Database) => db.schema.createTable(name).modifyEnd(tableEnd(engine));

  await table('case_times')
    .addColumn('submission_id', text, (c) =>
      c.primaryKey().notNull().references('submissions.id').onDelete('cascade'),
    )
    .addColumn('received_at', time, (c) => c.notNull())
    .addColumn('first_read_at', time)
    .addColumn('decided_at', time)
    .execute();
  await table('week_tallies')
    .addColumn('week', text, (c) => c.primaryKey().notNull())
    .addColumn('id', text, (c) => c.notNull().unique())
    .addColumn('version', count, (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .execute();

  // The audit knows when each case of before was first read and decided.
  await sql`
    insert into case_times (submission_id, received_at, first_read_at, decided_at)
    select s.id, s.received_at,
      (select min(a.at) from audit a where a.object_type = 'submission' and a.object_id = s.id
        and a.action = 'submission.read' and a.outcome = 'done' and a.fields in ('', 'work')),
      (select min(a.at) from audit a where a.object_type = 'submission' and a.object_id = s.id
        and a.action = 'case.decide' and a.outcome = 'done')
    from submissions s`.execute(db);
  await db.schema
    .createIndex('case_times_by_receipt')
    .on('case_times')
    .columns(['received_at', 'first_read_at', 'decided_at'])
    .execute();
};
