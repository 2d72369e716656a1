import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

interface Running {
  readonly url: string;
  readonly data: string;
  stop(): Promise<void>;
  /** SIGKILL for each of its processes at once; it stands again, recovered from its own log, when this resolves. */
  crash(): Promise<void>;
}

type Started = { readonly missing: string } | Running;

/** Nothing has to outlive the machine, and nothing runs for long. */
const hasty = ['fsync=off', 'full_page_writes=off', 'autovacuum=off', 'checkpoint_timeout=1d'];

interface Wanted {
  /** Whether it syncs as a clinic's does; without, it is only faster. */
  readonly sync?: boolean;
  /** A folder whose databases stay for the next time. Else all is gone when it stops. */
  readonly kept?: string;
}

export const startPostgres = async ({ sync = false, kept }: Wanted = {}): Promise<Started> => {
  const programs = findPrograms();
  if (programs === undefined)
    return { missing: 'no postgres and initdb on the PATH or in /usr/lib/postgresql.' };
  const account = ownAccount();
  if (account === undefined)
    return { missing: 'it will not run as root and there is no account to run it as.' };

  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'prelude-postgres-'));
  const forget = () => kept === undefined && rmSync(folder, { recursive: true, force: true });
  if (account.asRoot) chownSync(folder, account.uid, account.gid);
  const as = account.asRoot ? { uid: account.uid, gid: account.gid } : {};
  const data = join(folder, 'data');
  const made = existsSync(data)
    ? undefined
    : spawnSync(
        programs.initdb,
        ['-D', data, '-U', 'prelude', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
        { ...as, cwd: folder, encoding: 'utf8' },
      );
  if (made !== undefined && made.status !== 0) {
    forget();
    return { missing: `initdb ended with ${made.status ?? made.error?.message}.` };
  }

  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    ...(sync || kept ? [`fsync=${sync ? 'on' : 'off'}`] : hasty),
    // After a crash: the whole disk at once instead of each of a thousand files.
    'recovery_init_sync_method=syncfs',
  ];
  const begin = () =>
    spawn(programs.postgres, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    });
  const url = `postgres://prelude@127.0.0.1:${port}/postgres`;
  let server = begin();
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    forget();
  };
  const crash = async () => {
    const gone = once(server, 'exit');
    // It must not tidy up after the first of its processes that dies.
    server.kill('SIGSTOP');
    for (const pid of childrenOf(server.pid)) process.kill(pid, 'SIGKILL');
    server.kill('SIGKILL');
    await gone;
    // A child that was born at the last moment keeps the next one from starting until it, too, has ended.
    for (let attempt = 0; attempt < 20; attempt += 1) {
      server = begin();
      if (await answers(url, server, CRASH_TRIES)) return;
      await pause(500);
    }
    throw new Error('PostgreSQL did not come up after a crash.');
  };
  if (await answers(url, server)) return { url, data, stop, crash };
  await stop();
  return { missing: 'it did not answer within 20 seconds.' };
};

/** Linux alone tells them so; elsewhere they end by themselves when they miss their parent. */
const childrenOf = (pid: number | undefined): readonly number[] => {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number);
};

const findPrograms = () => {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged)
    ? readdirSync(packaged).map((version) => join(packaged, version, 'bin'))
    : [];
  const folders = [...versions.sort(), ...(process.env.PATH ?? '').split(delimiter)];
  const home = folders.find(
    (folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')),
  );
  return home === undefined ? undefined : { postgres: join(home, 'postgres'), initdb: join(home, 'initdb') };
};

const ownAccount = () => {
  const me = process.getuid?.();
  if (me !== 0) return { asRoot: false as const };
  for (const name of ['postgres', 'nobody']) {
    const asked = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    const [uid, gid] = asked.map((answer) => (answer.status === 0 ? Number(answer.stdout) : undefined));
    if (uid !== undefined && gid !== undefined) return { asRoot: true as const, uid, gid };
  }
  return undefined;
};

const TRIES = 200;
/** Recovery takes as long as there is log to go through, and the machine may be busy. */
const CRASH_TRIES = 1_200;

/** Whether it answers, before it ends by itself and before so many tries. */
const answers = async (url: string, server: ChildProcess, tries = TRIES): Promise<boolean> => {
  for (let attempt = 0; attempt < tries && server.exitCode === null; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    const reached = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (reached) return true;
    await pause(100);
  }
  return false;
};
