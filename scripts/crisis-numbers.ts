import type { Plugin } from 'vite';
import { numbersFinding } from '../src/cli/doctor/findings.ts';
import { crisis } from '../src/settings/crisis/us-tn.ts';

/** Warns at each build when nobody has called the crisis numbers for too long. */
export const crisisNumbers = (now: Date = new Date()): Plugin => ({
  name: 'crisis-numbers',
  apply: 'build',
  buildStart() {
    const { isWell, words } = numbersFinding(crisis.lastChecked, now);
    if (!isWell && this.environment.name === 'client') this.warn(`Crisis numbers: ${words}`);
  },
});
