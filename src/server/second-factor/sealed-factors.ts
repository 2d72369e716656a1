import * as z from 'zod';
import type { SecondFactorsTable } from '../db/schema.ts';
import type { Queries } from '../db/transaction.ts';
import type { RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import type { Vault } from '../keys/unlock.usecases.ts';

const totpContent = z.strictObject({ key: z.string() });
const passkeyContent = z.strictObject({ name: z.string(), credentialId: z.string(), publicKey: z.string() });
export type PasskeyContent = z.infer<typeof passkeyContent>;

type Row = Pick<SecondFactorsTable, 'id' | 'version'>;

/** Bound to its own row, so that one factor's secret cannot be put in the place of another's. */
const place = ({ id, version }: Row) => ({ column: `second_factors.content ${id}`, version });

export const userKey = async (db: Queries, vault: Vault, userId: string): Promise<RecordKey> => {
  const wrapped = await findRecordKey(db, userId);
  if (wrapped === undefined) throw new Error('A user has no record key.');
  return vault.envelope.unwrap(wrapped);
};

export const sealFactor = (
  { envelope }: Vault,
  key: RecordKey,
  row: Row,
  content: z.infer<typeof totpContent> | PasskeyContent,
): Uint8Array => envelope.sealJson(key, place(row), content);

export const openTotp = ({ envelope }: Vault, key: RecordKey, row: SecondFactorsTable): string =>
  totpContent.parse(envelope.openJson(key, place(row), row.content)).key;

export const openPasskey = ({ envelope }: Vault, key: RecordKey, row: SecondFactorsTable): PasskeyContent =>
  passkeyContent.parse(envelope.openJson(key, place(row), row.content));
