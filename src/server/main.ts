import { env, exit, versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

const NEEDED = 24;

if (Number(versions.node.split('.')[0]) < NEEDED) {
  console.error(`Prelude needs Node ${NEEDED} or newer; this is ${versions.node}. Run: npm ci && npm start`);
  exit(78);
}

// On a large machine V8 tidies up only when garbage is three times what lives. Half of it is soon enough, and a small
// server has to do with 512 MiB.
setFlagsFromString('--heap-growing-percent=50');

// Loaded only now: an older Node would stop at the first import with a message that helps nobody.
const { serve } = await import('./serve.ts');
console.log(await serve(env));
