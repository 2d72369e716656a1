import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../../tests/free-port.ts';
import { madeUpFile } from '../questions/instrument.fixture.ts';
import { bareEnvironment } from './bare-environment.fixture.ts';
import { temporaryFolder } from './db/store.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

const start = (folder: string, environment: Record<string, string>): Started => {
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { ...bareEnvironment(), ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, output: () => output, ended: once(child, 'close').then(([code]) => code) };
};

const until = async (started: Started, text: string): Promise<void> => {
  const limit = AbortSignal.timeout(120_000);
  while (!started.output().includes(text)) {
    if (limit.aborted) throw new Error(`"${text}" was not said, but: ${started.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const running = async (folder = temporaryFolder()) => {
  const port = await freePort();
  const server = start(folder, { PORT: String(port) });
  await until(server, 'Prelude is running');
  return { ...server, folder, url: `http://localhost:${port}` };
};

const linkIn = (output: string) => /\/clinic\/setup#([A-Za-z0-9_-]{43})/.exec(output)?.[1];

describe('a server', () => {
  it('starts on an empty folder, answers, prints the first link, and ends at SIGTERM with its audit sealed', async () => {
    const server = await running();
    expect(linkIn(server.output())).toBeDefined();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    const [file = ''] = readdirSync(join(server.folder, 'audit'));
    const lines = readFileSync(join(server.folder, 'audit', file), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual([1, 3]);
  });

  it('that was killed starts again on its data, and its accounts are there', async () => {
    const first = await running();
    const setup = {
      token: linkIn(first.output()),
      name: 'Sam Rivera',
      signInName: 'sam@clinic.example',
      password: 'violin harbor tuesday moss',
    };
    const post = (url: string, body: object) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post(`${first.url}/api/auth/setup`, setup)).status).toBe(200);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await running(first.folder);
    expect(linkIn(second.output())).toBeUndefined();
    const { signInName, password } = setup;
    expect((await post(`${second.url}/api/auth/sign-in`, { signInName, password })).status).toBe(200);
    for (const secret of [setup.name, signInName, password]) expect(second.output()).not.toContain(secret);
  });

  it('finishes the request that is under way when it is told to stop', async () => {
    const server = await running();
    const body = JSON.stringify({ signInName: 'nobody', password: 'none of these words' });
    const slow = request(`${server.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
    });
    slow.flushHeaders();
    await once(slow, 'continue');
    server.child.kill('SIGTERM');
    slow.end(body);
    const [reply] = await once(slow, 'response');
    expect(reply.statusCode).toBe(401);
    expect(await server.ended).toBe(0);
  });
});

describe('a start is refused, with exit code 78 and the reason,', () => {
  const refused = async (folder: string, environment: Record<string, string>, ...reasons: RegExp[]) => {
    const server = start(folder, environment);
    expect(await server.ended).toBe(78);
    for (const reason of reasons) expect(server.output()).toMatch(reason);
    expect(server.output()).not.toMatch(/\n\s+at /);
  };

  it('on the folder of a running server', async () => {
    const server = await running();
    await refused(server.folder, { PORT: String(await freePort()) }, /Another server is running/);
  });

  it('on a port that is taken', async () => {
    const server = await running();
    const { port } = new URL(server.url);
    await refused(temporaryFolder(), { PORT: port }, new RegExp(`PORT: ${port} is used`));
  });

  it('when environment and settings are wrong, all of it in one list', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'clinic.json'), JSON.stringify({ name: '', phone: '1' }));
    await refused(
      folder,
      { PORT: 'x', PUBLIC_URL: 'gopher://x', CLINIC_FILE: 'clinic.json' },
      /PORT: /,
      /PUBLIC_URL: /,
      /clinic\.json: name: /,
      /clinic\.json: timeZone: /,
    );
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('when the settings file is missing or not JSON', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'broken.json'), '{');
    await refused(folder, { CLINIC_FILE: 'missing.json' }, /CLINIC_FILE names a file that cannot be read/);
    await refused(folder, { CLINIC_FILE: 'broken.json' }, /is not JSON/);
  });

  it('when the clinic’s own instrument does not fit', async () => {
    const folder = temporaryFolder();
    const example = JSON.parse(readFileSync('clinic.example.json', 'utf8'));
    writeFileSync(join(folder, 'clinic.json'), JSON.stringify({ ...example, instrumentFile: 'screen.json' }));
    writeFileSync(join(folder, 'screen.json'), JSON.stringify({ ...madeUpFile, items: [] }));
    await refused(folder, { CLINIC_FILE: 'clinic.json' }, /screen\.json: items: is too small/);
  });

  it('when the keys lie with the data', () =>
    refused(temporaryFolder(), { DATA_DIR: 'data', KEYS_DIR: 'data/keys' }, /lies under DATA_DIR/));

  it('when a webhook is set without its secret', async () => {
    const folder = temporaryFolder();
    const example = JSON.parse(readFileSync('clinic.example.json', 'utf8'));
    const clinic = { ...example, safety: { ...example.safety, webhookUrl: 'https://hook.example.com' } };
    writeFileSync(join(folder, 'clinic.json'), JSON.stringify(clinic));
    await refused(folder, { CLINIC_FILE: 'clinic.json' }, /WEBHOOK_SECRET/);
  });
});
