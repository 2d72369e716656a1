import type { Actor } from '../audit/act.ts';
import type { LinkPurpose } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { insertLink } from './sign-in.repository.ts';
import { hashOf, newToken } from './token.ts';

const LINK_LASTS_MS = 24 * 3_600_000;

/** Makes the token of a link that works once, for a day, and records it. The store keeps its hash alone. */
export const issueLink = async (
  tx: Tx,
  { audit, clock }: Pick<Dependencies, 'audit' | 'clock'>,
  link: { readonly actor: Actor; readonly purpose: LinkPurpose; readonly subjectId: string | null },
): Promise<string> => {
  const token = newToken();
  const tokenHash = hashOf(token);
  const createdAt = clock.now().getTime();
  const { purpose, subjectId } = link;
  await insertLink(tx, { tokenHash, purpose, subjectId, createdAt, expiresAt: createdAt + LINK_LASTS_MS });
  await audit.append(tx, {
    actor: link.actor,
    action: 'link.issue',
    object: { type: 'link', id: tokenHash },
    reason: purpose,
  });
  return token;
};
