import type { SubmissionsTable } from '../db/schema.ts';
import type { Queries } from '../db/transaction.ts';

/** What of a submission it takes to evaluate it again. */
export type SealedCase = Pick<SubmissionsTable, 'id' | 'location' | 'answers' | 'evaluation'>;

const columns = ['id', 'location', 'answers', 'evaluation'] as const;

/** In the order of ids, so that no page misses or repeats one. */
export const listSealedCases = (
  db: Queries,
  page: { readonly after: string; readonly most: number },
): Promise<readonly SealedCase[]> =>
  db
    .selectFrom('submissions')
    .select(columns)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.most)
    .execute();

export const findSealedCase = (
  db: Queries,
  by: { readonly id: string } | { readonly referenceIndex: string },
): Promise<SealedCase | undefined> =>
  db
    .selectFrom('submissions')
    .select(columns)
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('referenceIndex' in by, (query) =>
      query.where('reference_index', '=', 'referenceIndex' in by ? by.referenceIndex : ''),
    )
    .executeTakeFirst();
