import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

/** A clinic's whole server as a process of its own, on a SQLite file in a temporary folder. */
export interface House {
  readonly url: string;
  /** Holds `data`, `keys` and `audit`. */
  readonly folder: string;
  /** The one-time link of the first administrator, as the first start printed it. */
  readonly setupLink: string;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Waits for a line of the greeting; a server that ends instead says why. */
const greeted = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Prelude is running')) resolve(said);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${said}`)));
  });

/** @param clinic settings of a clinic; absent: the demonstration */
export async function openHouse(clinic?: object): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-house-'));
  const port = await freePort();
  const clinicFile = join(folder, 'clinic.json');
  if (clinic) writeFileSync(clinicFile, JSON.stringify(clinic));
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: join(folder, 'data'),
    KEYS_DIR: join(folder, 'keys'),
    AUDIT_DIR: join(folder, 'audit'),
    // As behind a clinic's proxy: the phones of one test are not counted as one greedy client.
    TRUST_PROXY: '127.0.0.1,::1',
    ...(clinic && { CLINIC_FILE: clinicFile }),
  };
  let server: ChildProcess;
  const start = async () => {
    server = spawn(process.execPath, ['src/server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    return greeted(server);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  const greeting = await start();
  return {
    url: `http://localhost:${port}`,
    folder,
    setupLink: /http\S+\/clinic\/setup#\S+/.exec(greeting)?.[0] ?? '',
    kill: () => end('SIGKILL'),
    start: async () => {
      await start();
    },
    close: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
