import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../lib/clock.ts';
import type { Settings } from '../settings/settings.ts';
import type { Facts } from './administration/in-force.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { ReadCheckpoints } from './audit/checkpoint-files.ts';
import type { Store } from './db/connect.ts';
import type { Vault } from './keys/unlock.usecases.ts';
import type { Outbox } from './notifications/outbox.ts';
import type { BuiltPages } from './pages/built-pages.ts';
import type { Provider } from './provider/provider.ts';

/** What routes and use cases are handed. Nothing in them reaches for the environment, the clock or a global. */
export interface Dependencies {
  readonly store: Store;
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly settings: Settings;
  /** No settings file was named: every page says that this is not a real clinic. */
  readonly demonstration: boolean;
  readonly publicUrl: URL;
  /** Addresses whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** The clinic's own way to sign in, where it has one. */
  readonly provider: Provider | undefined;
  /** Absent where there is no build, as in most tests. */
  readonly pages: BuiltPages | undefined;
  /** The signed checkpoints as they lie outside the database now. */
  readonly sealsOfAudit: () => ReadCheckpoints;
  /** What the process was started with, secrets left out. */
  readonly startedWith: Facts;
  readonly log: FastifyBaseLogger;
}
