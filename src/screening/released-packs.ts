import type { RulePack } from './pack.ts';
import { pack as rules20261122 } from './released/2026-11-22.js';
import { pack as rules20261128 } from './released/2026-11-28.js';
import fingerprints from './released/fingerprints.json' with { type: 'json' };

/** Every pack that was ever released, oldest first: `scripts/release-pack.ts` writes them, and they never change. */
const packs: readonly RulePack[] = [rules20261122, rules20261128];

const byVersion: ReadonlyMap<string, RulePack> = new Map(packs.map((pack) => [pack.version, pack]));

/** Their versions, oldest first. */
export const packVersions: readonly string[] = [...byVersion.keys()];

/** The pack of a version as it was released; `undefined` where no such version was. */
export const releasedPack = (version: string): RulePack | undefined => byVersion.get(version);

const known: Readonly<Record<string, string>> = fingerprints;

/**
 * SHA-256 of the released file: two packs of one version are the same pack where this is the same.
 *
 * @throws Error where the version was not released: a fault of the build, met by its test
 */
export function fingerprintOf(version: string): string {
  const fingerprint = known[version];
  if (fingerprint === undefined)
    throw new Error(`The rules ${version} were not released: run scripts/release-pack.ts.`);
  return fingerprint;
}
