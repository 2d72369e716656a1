/** Loaded before the server: one machine may send more than a clinic's patients together. Nothing else differs. */
import { limits } from '../../src/server/edge/limits.ts';

const everything = { perAddress: Number.MAX_SAFE_INTEGER, inAll: Number.MAX_SAFE_INTEGER };
Object.assign(limits, { readsPerAddress: Number.MAX_SAFE_INTEGER });
for (const kind of Object.values(limits.writes)) Object.assign(kind, everything);
