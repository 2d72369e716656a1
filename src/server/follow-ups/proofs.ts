import type { OpenFollowUpRequest } from '../../submission/reply-wire.ts';
import type { AddressClass } from '../audit/act.ts';
import type { Tx, Work } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { GuessLimit } from '../drafts/guess-limit.ts';
import { opens } from '../drafts/verifier.ts';
import { findCase } from '../reviews/cases.repository.ts';
import { findLink, giveTriesBack, takeTry } from './follow-ups.repository.ts';
import { hashOfCode, MOST_WRONG_TRIES } from './links.ts';

/** Where a request came from; the address is kept nowhere. */
export interface From {
  readonly address: string;
  readonly addressClass: AddressClass;
  readonly requestId: string;
}

/** What a person shows: the verifier of their own link or code, or what opens a link that the clinic made. */
export type Proof =
  | { readonly by: 'verifier'; readonly verifier: string }
  | { readonly by: 'link'; readonly link: OpenFollowUpRequest };

type Needs = Pick<Dependencies, 'vault' | 'audit' | 'clock'> & { readonly guesses: GuessLimit };

/** Whose case it is that somebody asks for; every try is recorded, and wrong ones are limited. */
export const createProofs = ({ vault, audit, clock, guesses }: Needs) => {
  const record = (
    tx: Tx,
    from: From,
    action: 'follow-up.open' | 'follow-up.reply' | 'follow-up.repeat' | 'follow-up.refuse',
    id: string | undefined,
    more: { readonly reason?: string; readonly fields?: readonly string[] } = {},
  ) =>
    audit.append(tx, {
      actor: { kind: 'patient' },
      action,
      ...(id !== undefined && { object: { type: 'submission' as const, id } }),
      ...(action === 'follow-up.refuse' && { outcome: 'refused' as const }),
      requestId: from.requestId,
      addressClass: from.addressClass,
      ...more,
    });

  /** The case that a link opens. Unknown, expired, used up and a wrong birth date are one answer to the outside. */
  const findByLink = async (tx: Tx, from: From, { code, birthDate }: OpenFollowUpRequest) => {
    const tokenHash = hashOfCode(code);
    const hasTry = await takeTry(tx, tokenHash, MOST_WRONG_TRIES, clock.now().getTime());
    const link = await findLink(tx, tokenHash);
    const row = link && (await findCase(tx, link.submission_id));
    const isTheirs = row?.birth_date_index === vault.indexes.of('birth-date', birthDate);
    if (hasTry && row !== undefined && isTheirs) {
      await giveTriesBack(tx, tokenHash);
      return row;
    }
    if (row !== undefined)
      await record(tx, from, 'follow-up.refuse', row.id, { reason: hasTry ? 'birth-date' : 'no-try-left' });
    return undefined;
  };

  const findProven = async (tx: Tx, from: From, proof: Proof, id: string) => {
    if (proof.by === 'link') {
      const row = await findByLink(tx, from, proof.link);
      return row?.id === id ? row : undefined;
    }
    const row = await findCase(tx, id);
    return opens(proof.verifier, row?.verifier_hash ?? undefined) ? row : undefined;
  };

  /** One transaction behind the limit of guesses. What was refused stays recorded. */
  const guarded = <T>({ address }: From, about: string, work: Work<T | undefined>): Promise<T> =>
    guesses.guarded(address, about, work);

  return { record, findByLink, findProven, guarded };
};
