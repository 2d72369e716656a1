/** A program: asks a server as one job says, and prints how long each answer took. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { argv } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { formOf, newDraftAccess } from '../../src/server/submissions/form.fixture.ts';

/** What is asked for: forms that are new, saves of drafts that go on, or these addresses in turn. */
export type Asked =
  | { readonly kind: 'forms' }
  | { readonly kind: 'drafts'; readonly bytes: number }
  | {
      readonly kind: 'reads';
      readonly paths: readonly {
        readonly path: string;
        readonly headers: Readonly<Record<string, string>>;
      }[];
    };

/** So many at once, each waiting for its answer; or so many a second, whether the ones before were answered or not. */
type Pace = { readonly clients: number } | { readonly aSecond: number };

export interface Job {
  readonly urls: readonly string[];
  readonly asked: Asked;
  readonly pace: Pace;
  readonly seconds: number;
}

export interface Report {
  readonly seconds: number;
  /** Milliseconds of each answer, the shortest first. */
  readonly ms: readonly number[];
  /** Answers that were not what they should be, by status. */
  readonly refused: Readonly<Record<string, number>>;
}

interface Call {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4_096 });
const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

/** What one client asks next, again and again. */
const callsOf = (asked: Asked, client: number): (() => Call) => {
  switch (asked.kind) {
    case 'forms':
      return () => {
        const { draftId, verifier } = newDraftAccess();
        return {
          method: 'PUT',
          path: `/api/submissions/${randomUUID()}`,
          headers: { ...json, authorization: `Draft ${verifier}` },
          body: JSON.stringify(formOf(undefined, { draftId })),
        };
      };
    case 'drafts': {
      const { draftId, verifier } = newDraftAccess();
      let version = 0;
      return () => {
        const seen = version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
        version += 1;
        return {
          method: 'PUT',
          path: `/api/drafts/${draftId}`,
          headers: { ...json, ...seen, authorization: `Draft ${verifier}` },
          body: JSON.stringify({ ciphertext: randomBytes(asked.bytes).toString('base64url') }),
        };
      };
    }
    case 'reads': {
      let next = client * 31;
      return () => {
        const one = asked.paths[next % asked.paths.length];
        next += 1;
        if (one === undefined) throw new Error('There is nothing to ask for.');
        return { method: 'GET', ...one };
      };
    }
  }
};

const statusOf = (url: string, { method, path, headers, body }: Call): Promise<string> =>
  new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asking = request(url + path, { agent, method, headers: { ...headers, ...length } }, (reply) => {
      reply.resume();
      reply.once('end', () => resolve(String(reply.statusCode)));
    });
    asking.once('error', (error) => resolve('code' in error ? String(error.code) : error.name));
    asking.end(body);
  });

const isGood = (status: string): boolean => status === '200' || status === '201';

const work = async ({ urls, asked, pace, seconds }: Job): Promise<Report> => {
  const ms: number[] = [];
  const refused: Record<string, number> = {};
  const urlOf = (n: number): string => urls[n % urls.length] ?? '';
  const ask = async (url: string, call: Call, since: number) => {
    const status = await statusOf(url, call);
    if (isGood(status)) ms.push(performance.now() - since);
    else refused[status] = (refused[status] ?? 0) + 1;
  };
  const begun = performance.now();
  const end = begun + seconds * 1_000;

  if ('clients' in pace) {
    const client = async (n: number) => {
      const next = callsOf(asked, n);
      while (performance.now() < end) await ask(urlOf(n), next(), performance.now());
    };
    await Promise.all(Array.from({ length: pace.clients }, (_, n) => client(n)));
  } else {
    // Counted from the moment when it was due: what waits behind a slow answer is slow too.
    const next = callsOf(asked, 0);
    const asking: Promise<void>[] = [];
    for (let n = 0; begun + (n * 1_000) / pace.aSecond < end; n += 1) {
      const due = begun + (n * 1_000) / pace.aSecond;
      const wait = due - performance.now();
      if (wait > 0) await pause(wait);
      asking.push(ask(urlOf(n), next(), due));
    }
    await Promise.all(asking);
  }
  ms.sort((one, other) => one - other);
  return { seconds: (performance.now() - begun) / 1_000, ms, refused };
};

const [, , job] = argv;
if (job === undefined) throw new Error('Say what is to be asked.');
console.log(JSON.stringify(await work(JSON.parse(job))));
agent.destroy();
