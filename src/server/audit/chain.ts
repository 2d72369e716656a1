import { createHmac, type KeyObject } from 'node:crypto';
import type { AuditTable } from '../db/schema.ts';

/** A row of the audit as it is stored. It names fields and objects; it never holds what was in them. */
export type AuditRow = AuditTable;
export type UnsealedRow = Omit<AuditRow, 'mac'>;

/** Every row is sealed with the one before it, so that none can be changed, left out or put in between unseen. */
export const macOf = (key: KeyObject, row: UnsealedRow): string =>
  createHmac('sha256', key).update(canonical(row)).digest('hex');

/** What the first row of a clinic's chain follows. */
export const genesisOf = (key: KeyObject, clinicId: string): string =>
  createHmac('sha256', key).update(`audit of ${clinicId}`).digest('hex');

// In this order for ever: a stored mac is of these bytes.
const canonical = (row: UnsealedRow): string =>
  JSON.stringify([
    1,
    row.prev,
    row.seq,
    row.at,
    row.actor_kind,
    row.actor_id,
    row.actor_roles,
    row.session_hash,
    row.location,
    row.action,
    row.object_type,
    row.object_id,
    row.fields,
    row.outcome,
    row.reason,
    row.request_id,
    row.address_class,
    row.rules_version,
  ]);
