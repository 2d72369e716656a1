import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { freePort } from '../../tests/free-port.ts';
import { bareEnvironment } from './bare-environment.fixture.ts';
import { enrolOverHttp } from './second-factor/enrol-over-http.fixture.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** The real program in a process of its own, so that it can be killed. */
export interface ChildServer {
  readonly child: ChildProcess;
  readonly url: string;
  /** All that it wrote so far, log and messages. */
  output(): string;
  /** The code it ended with; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts it in a folder and waits until it answers; it is gone with the test.
 *
 * @param through a program and its arguments that runs it, such as `strace -f`
 */
export const startServer = async (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): Promise<ChildServer> => {
  const port = await freePort();
  const [program = process.execPath, ...args] = [...through, process.execPath, main];
  const child = spawn(program, args, {
    cwd: folder,
    // A group of its own: what runs it goes with it.
    detached: true,
    env: {
      ...bareEnvironment(),
      PORT: String(port),
      TRUST_PROXY: '127.0.0.1,::1',
      ...environment,
    },
  });
  onTestFinished(() => killGroup(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const limit = AbortSignal.timeout(120_000);
  while (!output.includes('Prelude is running')) {
    if (limit.aborted || child.exitCode !== null) throw new Error(`It did not start: ${output}`);
    await pause(20);
  }
  return { child, url: `http://localhost:${port}`, output: () => output, ended };
};

/** SIGKILL, as a power cut or the kernel out of memory would. */
export const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended.
  }
};

/** Each time another visitor, as a named proxy would tell: no limit of an address is what refuses. */
const someVisitor = () => ({
  'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
});

const json = { 'content-type': 'application/json' };

export const putJson = (
  server: ChildServer,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(server.url + path, {
    method: 'PUT',
    headers: { ...json, ...someVisitor(), ...headers },
    body: JSON.stringify(body),
  });

/** Makes the first administrator, also a clinician, with the link it printed. Gives back the session's cookie. */
export const signInFirst = async (server: ChildServer): Promise<string> => {
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
  if (reply.status !== 200) throw new Error(`Setup was refused: ${reply.status}`);
  return enrolOverHttp(server.url, reply);
};
