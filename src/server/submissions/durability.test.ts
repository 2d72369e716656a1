import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../tests/free-port.ts';
import { summary } from '../../submission/staff-wire.ts';
import { receipt as receiptSchema } from '../../submission/wire.ts';
import { bareEnvironment } from '../bare-environment.fixture.ts';
import { temporaryFolder } from '../db/store.fixture.ts';
import { enrolOverHttp } from '../second-factor/enrol-over-http.fixture.ts';
import { formOf, newDraftAccess, plainAnswers } from './form.fixture.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

const ROUNDS = 3;
/** Receipts of a round before the server is killed in the middle of the others. */
const KILLED_AFTER = 5;

/** Words that stand in no file but under encryption. */
const canaries = [
  'Zephyrine',
  'Quackenbush',
  'yellow-canary-allergy',
  'zephyrine@canary.example',
  '555-0133',
  'Obion County',
  'canary-tonic',
  'SU-EMERGENCY',
  'emergencyNow',
  'sertraline',
];

const answers = {
  ...plainAnswers,
  emergencyNow: 'unsure',
  firstName: 'Zephyrine',
  lastName: 'Quackenbush',
  email: 'zephyrine@canary.example',
  phone: '(615) 555-0133',
  whereToday: 'Obion County',
  allergies: 'yellow-canary-allergy',
  medications: ['venlafaxine', 'canary-tonic'],
};

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

const start = async (folder: string): Promise<Server> => {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { ...bareEnvironment(), PORT: String(port) },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const limit = AbortSignal.timeout(120_000);
  while (!output.includes('Prelude is running')) {
    if (limit.aborted || child.exitCode !== null) throw new Error(`It did not start: ${output}`);
    await pause(20);
  }
  return { child, url: `http://localhost:${port}`, output: () => output };
};

const json = { 'content-type': 'application/json' };

const put = (server: Server, path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(server.url + path, { method: 'PUT', headers: { ...json, ...headers }, body: JSON.stringify(body) });

const signIn = async (server: Server): Promise<string> => {
  const token = /\/clinic\/setup#([A-Za-z0-9_-]{43})/.exec(server.output())?.[1];
  const reply = await fetch(`${server.url}/api/auth/setup`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      token,
      name: 'Sam Rivera',
      signInName: 'sam@clinic.example',
      password: 'violin harbor tuesday moss',
    }),
  });
  return enrolOverHttp(server.url, reply);
};

const everyFile = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

it('what was acknowledged is there after the server is killed, again and again, and lies in no file in clear', async () => {
  const folder = temporaryFolder();
  const acknowledged = new Map<string, string>();
  const outputs: string[] = [];
  let cookie = '';

  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await start(folder);
    const killed = once(server.child, 'exit');
    let heard = 0;
    if (round === 0) cookie = await signIn(server);
    for (const [id, first] of acknowledged) {
      const again = await put(server, `/api/submissions/${id}`, formOf(answers));
      expect([again.status, await again.text()]).toEqual([200, first]);
    }
    const sending = Array.from({ length: 40 }, async () => {
      const id = randomUUID();
      const reply = await put(server, `/api/submissions/${id}`, formOf(answers)).catch(() => undefined);
      const text = await reply?.text().catch(() => undefined);
      if (reply?.status !== 201 || text === undefined) return;
      acknowledged.set(id, text);
      heard += 1;
      if (heard === KILLED_AFTER + round) server.child.kill('SIGKILL');
    });
    await Promise.all([...sending, killed]);
    outputs.push(server.output());
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * KILLED_AFTER);

  const server = await start(folder);
  for (const [id, first] of acknowledged) {
    const reply = await fetch(`${server.url}/api/staff/submissions/${id}`, { headers: { cookie } });
    const read = summary.parse(await reply.json());
    expect(read.reference).toBe(receiptSchema.parse(JSON.parse(first)).reference);
    expect(read.heading.name).toBe('Zephyrine Quackenbush');
    expect(
      read.sections.flatMap((section) => section.answers).find(({ key }) => key === 'allergies')?.text,
    ).toBe('yellow-canary-allergy');
  }
  const draft = newDraftAccess();
  const alert = {
    submissionId: randomUUID(),
    state: 'raised',
    agreedBy: 'asked',
    language: 'en',
    name: 'Zephyrine Quackenbush',
    phone: '(615) 555-0133',
    whereToday: 'Obion County',
    answers: { emergencyNow: 'yes' },
  };
  expect((await put(server, `/api/safety-alerts/${randomUUID()}`, alert)).status).toBe(200);
  const saved = await put(
    server,
    `/api/drafts/${draft.draftId}`,
    { ciphertext: 'AAAA' },
    { authorization: `Draft ${draft.verifier}`, 'if-none-match': '*' },
  );
  expect(saved.status).toBe(200);
  server.child.kill('SIGTERM');
  await once(server.child, 'exit');
  outputs.push(server.output());

  const written = [...everyFile(join(folder, 'data')), ...everyFile(join(folder, 'audit'))];
  expect(written.length).toBeGreaterThan(1);
  for (const canary of [...canaries, draft.verifier, 'violin harbor']) {
    expect(
      written.filter((bytes) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')))
        .length,
      canary,
    ).toBe(0);
    expect(outputs.filter((output) => output.includes(canary)).length, canary).toBe(0);
  }
}, 240_000);
