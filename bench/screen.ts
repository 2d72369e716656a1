/** `npm run bench:screen`: full screenings a second on one core, beside their limit. */
import { screen } from '../src/screening/screen.ts';
import { demoSettings as settings } from '../src/settings/demo.ts';
import { personas } from '../tests/personas.ts';

const LIMIT = 20_000;
const ROUNDS = 7;
const ROUND_MS = 1000;

/** Seconds of a core that this process has used: what others do on the machine meanwhile does not count. */
function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Screens all personas over and over, from stored answers to dispositions, and counts. */
function screeningsInASecond(): number {
  const end = performance.now() + ROUND_MS;
  const start = coreSeconds();
  let count = 0;
  while (performance.now() < end) {
    for (const { answers, asOf } of personas) screen(answers, { asOf, settings });
    count += personas.length;
  }
  return count / (coreSeconds() - start);
}

screeningsInASecond();
const rounds = Array.from({ length: ROUNDS }, screeningsInASecond).sort((one, other) => one - other);
const median = rounds[Math.floor(ROUNDS / 2)] ?? 0;

const whole = (count: number) => Math.round(count).toLocaleString('en-US');
console.log(
  `screenings a second: ${whole(median)} (limit ${whole(LIMIT)}; rounds ${rounds.map(whole).join(' · ')})`,
);
process.exitCode = median >= LIMIT ? 0 : 1;
