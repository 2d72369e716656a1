import type { PublicStatus } from '../../submission/wire.ts';
import type { SubmissionStatus } from '../db/schema.ts';

/** The four words a patient may read of their case: nothing clinical, and no decision. */
export const publicStatus = (status: SubmissionStatus): PublicStatus => {
  switch (status) {
    case 'new':
      return 'received';
    case 'claimed':
    case 'waiting':
      return 'beingRead';
    case 'ready':
      return 'weWillCall';
    case 'closed':
      return 'done';
  }
};
