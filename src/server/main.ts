import { env, exit, versions } from 'node:process';

const NEEDED = 24;

if (Number(versions.node.split('.')[0]) < NEEDED) {
  console.error(`Prelude needs Node ${NEEDED} or newer; this is ${versions.node}. Run: npm ci && npm start`);
  exit(78);
}

// Loaded only now: an older Node would stop at the first import with a message that helps nobody.
const { serve } = await import('./serve.ts');
console.log(await serve(env));
