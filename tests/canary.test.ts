import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, inject, it, onTestFinished, vi } from 'vitest';
import { draftKeys } from '../src/patient/draft/keys.ts';
import { seal } from '../src/patient/draft/seal.ts';
import { newSecret } from '../src/patient/draft/secret.ts';
import { createCheckpointer } from '../src/server/audit/checkpointer.ts';
import { makeBackup } from '../src/server/backups/make.usecases.ts';
import { colleague } from '../src/server/case-work/case-work.fixture.ts';
import { openStore, type Store, type StorePlace } from '../src/server/db/connect.ts';
import type { Engine } from '../src/server/db/engine.ts';
import { engines, temporaryFolder, temporaryPlace } from '../src/server/db/store.fixture.ts';
import { createPatientMail } from '../src/server/follow-ups/patient-mail.ts';
import { wordsOf } from '../src/server/notifications/messages.ts';
import {
  cookieOf,
  enrolledAdministrator,
  firstAdministrator,
  sameOrigin,
  testServer,
} from '../src/server/server.fixture.ts';
import { formOf, plainAnswers } from '../src/server/submissions/form.fixture.ts';
import { patientFollowUps } from '../src/submission/reply-wire.ts';
import { SEARCH_HEADER } from '../src/submission/search-wire.ts';
import { readableIn } from './guises.ts';

const isFull = process.env.FULL === '1';
vi.setConfig({ testTimeout: isFull ? 600_000 : 60_000 });

/** Words that nobody else can have written, one in everything that people entrust to the server. */
const canaries = {
  firstName: 'Zoelariaxq',
  lastName: 'Quokkawellxq',
  allergies: 'papayafuzz xq rash',
  whereToday: 'Elboniaxq Parish',
  email: 'quetzal.hopper@canary.example',
  draft: 'draftling yodel xq',
  alertName: 'Narwhalina Xq',
  alertPlace: 'Freedoniaxq County',
  note: 'noted ostrichwise xq',
  reminder: 'ring the axolotl xq',
  unsent: 'half a wombatnote xq',
  question: 'asked about quaggaxq',
  reply: 'replied marmotishly xq',
  staffName: 'Okapia Xqstaff',
  password: 'gecko lantern xq violin',
  wrongPassword: 'wrong pangolin xq lantern',
  searched: 'searchling ibexq',
} as const;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The files of this database alone, and the log of all writes, as they are once all is written out. */
const filesOfPostgres = async (store: Store): Promise<readonly string[]> => {
  const data = inject('postgresData');
  if (data === undefined) throw new Error('There is no PostgreSQL here.');
  await sql`checkpoint`.execute(store.db());
  const { rows } = await sql<{
    oid: number;
  }>`select oid from pg_database where datname = current_database()`.execute(store.db());
  return [join(data, 'base', String(rows[0]?.oid)), join(data, 'pg_wal')].flatMap(filesIn);
};

/** A clinic on a disk, in which everybody writes what only they can have written. */
const livedIn = async (engine: Engine) => {
  const folder = temporaryFolder();
  const place: StorePlace =
    engine === 'sqlite'
      ? { engine, file: join(folder, 'data', 'prelude.sqlite') }
      : await temporaryPlace(engine);
  const store = await openStore(place);
  onTestFinished(() => store.close());
  const test = await testServer({ store });
  const { app, deps } = test;
  const urls: string[] = [];
  const secrets: string[] = [];

  const ask = async (
    method: 'GET' | 'PUT' | 'POST',
    url: string,
    headers: Readonly<Record<string, string>> = {},
    body?: object,
  ) => {
    urls.push(url);
    const reply = await app.inject({
      method,
      url,
      headers: { ...sameOrigin, ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { payload: JSON.stringify(body) }),
    });
    if (reply.statusCode >= 300 && reply.statusCode !== 401)
      throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`);
    return reply;
  };

  const secret = newSecret();
  const keys = await draftKeys(secret);
  const draft = { authorization: `Draft ${keys.verifier}` };
  const ciphertext = await seal(keys.key, keys.id, { allergies: canaries.draft });
  await ask('PUT', `/api/drafts/${keys.id}`, { ...draft, 'if-none-match': '*' }, { ciphertext });
  secrets.push(secret, keys.verifier);

  const id = randomUUID();
  await ask(
    'PUT',
    `/api/safety-alerts/${randomUUID()}`,
    {},
    {
      submissionId: id,
      state: 'raised',
      agreedBy: 'asked',
      language: 'en',
      name: canaries.alertName,
      phone: '(615) 555-0142',
      whereToday: canaries.alertPlace,
      answers: { emergencyNow: 'yes' },
    },
  );
  const { firstName, lastName, allergies, whereToday, email } = canaries;
  const answers = { ...plainAnswers, firstName, lastName, allergies, whereToday, email, mayEmail: 'yes' };
  await ask('PUT', `/api/submissions/${id}`, draft, formOf(answers, { draftId: keys.id }));

  const { browser, key, recoveryCodes } = await enrolledAdministrator(test);
  const named = await colleague(test, canaries.staffName, 'clinician');
  const token = named.headers.cookie.split('=')[1] ?? '';
  secrets.push(browser.cookie.split('=')[1] ?? '', token, key, ...recoveryCodes);
  const signIn = (password: string) =>
    ask('POST', '/api/auth/sign-in', {}, { signInName: firstAdministrator.signInName, password });
  secrets.push(
    firstAdministrator.password,
    cookieOf(await signIn(firstAdministrator.password)).split('=')[1] ?? '',
  );
  expect((await signIn(canaries.wrongPassword)).statusCode).toBe(401);
  await ask('POST', '/api/auth/sign-in', {}, { signInName: canaries.email, password: canaries.password });

  const of = `/api/staff/submissions/${id}`;
  const staff = named.headers;
  await ask('GET', of, staff);
  await ask('GET', '/api/staff/search', { ...staff, [SEARCH_HEADER]: encodeURIComponent(canaries.searched) });
  await ask('POST', `${of}/notes`, staff, { id: randomUUID(), text: canaries.note });
  await ask(
    'PUT',
    `${of}/reminder`,
    { ...staff, 'if-match': '"1"' },
    { when: '2031-01-02T09:00', note: canaries.reminder },
  );
  await ask('POST', `${of}/unsent`, staff, { panel: 'note', text: canaries.unsent });
  await ask('POST', `${of}/follow-ups`, staff, { id: randomUUID(), texts: [canaries.question], keys: [] });
  await ask('POST', `${of}/follow-up-links`, staff, { by: 'email' });
  const letter = await createPatientMail(deps)(id);
  secrets.push(/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '');
  const open = await ask('GET', `/api/drafts/${keys.id}/follow-ups`, draft);
  await ask('PUT', `/api/submissions/${id}/replies/${randomUUID()}`, draft, {
    followUpId: patientFollowUps.parse(open.json()).items[0]?.id,
    language: 'en',
    texts: [canaries.reply],
    answers: {},
  });

  const auditDir = join(folder, 'audit');
  await createCheckpointer({ ...deps, auditDir, onProblem: (error) => expect(error).toBeUndefined() }).seal();
  await makeBackup({ ...deps, place }, join(folder, 'backups'), { kind: 'command-line' });

  const outbox = await store.db().selectFrom('outbox').selectAll().execute();
  const mails = outbox.map(({ kind }) => JSON.stringify(wordsOf(kind) ?? null));
  const readyz = await ask('GET', '/readyz');
  return {
    files: [...filesIn(folder), ...(engine === 'postgres' ? await filesOfPostgres(store) : [])],
    secrets,
    // The letter is addressed to the patient, and carries the link: what it says beside is nobody's.
    texts: {
      log: test.logged(),
      outbox: JSON.stringify(outbox),
      mails: mails.join('\n'),
      letter: `${letter?.subject}\n${letter?.text.replace(/#\S+/, '')}`,
      urls: urls.join('\n'),
      readyz: readyz.body + JSON.stringify(readyz.headers),
    },
  };
};

const onDisk = {
  sqlite: [/\/data\/prelude\.sqlite$/, /\/data\/prelude\.sqlite-wal$/],
  postgres: [/\/base\/\d+\/\d+$/, /\/pg_wal\/[0-9A-F]{24}$/],
} as const satisfies Record<Engine, readonly RegExp[]>;

// A whole PostgreSQL is tens of megabytes to look through, in every guise.
it.each(isFull ? engines : (['sqlite'] as const))(
  'what people write, and what opens it, is read nowhere: not in the log, on the disk of %s, in backups, mails or addresses',
  async (engine) => {
    const { files: names, secrets, texts } = await livedIn(engine);
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
    const sought = [...Object.values(canaries), ...secrets];
    const files = names.map((file) => [file, readFileSync(file)] as const);
    const places = [
      ...files,
      ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
    ];
    const hits = places.flatMap(([place, bytes]) =>
      readableIn(bytes, sought).map((text) => `${text} in ${place}`),
    );
    const size = places.reduce((sum, [, bytes]) => sum + bytes.length, 0);
    process.stdout.write(
      `${engine}: ${sought.length} canaries in ${files.length} files and ${places.length - files.length} texts, ${size} bytes: ${hits.length} hits\n`,
    );
    expect(files.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        ...onDisk[engine].map((file) => expect.stringMatching(file)),
        expect.stringMatching(/\/audit\//),
        expect.stringMatching(/\/backups\/.*rows/),
      ]),
    );
    for (const [name, text] of Object.entries(texts)) expect(text.length, name).toBeGreaterThan(10);
    expect(hits).toEqual([]);
  },
);

const planted = canaries.allergies;
it.each<readonly [string, Buffer]>([
  ['as it is', Buffer.from(`….${planted}.…`)],
  ['in other case', Buffer.from(planted.toUpperCase())],
  ['in two-byte letters', Buffer.from(planted, 'utf16le')],
  ['in an address', Buffer.from(`/x?q=${encodeURIComponent(planted)}`)],
  ['in hexadecimal', Buffer.from(Buffer.from(planted).toString('hex'))],
  ...[0, 1, 2].flatMap((before) =>
    (['base64', 'base64url'] as const).map(
      (encoding) =>
        [
          `in ${encoding}, ${before} bytes in`,
          Buffer.from(Buffer.from(`${'~'.repeat(before)}${planted} and more`).toString(encoding)),
        ] as const,
    ),
  ),
  [
    'compressed, between other bytes',
    Buffer.concat([Buffer.alloc(7, 1), gzipSync(planted), Buffer.alloc(9, 2)]),
  ],
  ['in base64, compressed', gzipSync(Buffer.from(`a${planted} and more`).toString('base64'))],
])('a canary that lies there %s is found', (_, bytes) => {
  expect(readableIn(bytes, [planted, canaries.note])).toEqual([planted]);
});
