import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type madeUpFile as File, madeUpFile, madeUpInstrument } from '../questions/instrument.fixture.ts';
import { demoSettings } from '../settings/demo.ts';
import type { Answers } from '../steps/catalog.ts';
import { clinicRoutes } from './clinic/clinic.routes.ts';
import { temporaryFolder } from './db/store.fixture.ts';
import { safetyAlertRoutes } from './safety-alerts/safety-alerts.routes.ts';
import { testServer } from './server.fixture.ts';
import { readSettingsFile } from './settings-file.ts';
import { formOf, plainAnswers, send } from './submissions/form.fixture.ts';
import { submissionRoutes } from './submissions/submissions.routes.ts';

const clinic = { ...demoSettings, instrumentFile: 'screen.json' };

function readWith(instrument: unknown) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'clinic.json'), JSON.stringify(clinic));
  if (instrument !== undefined) writeFileSync(join(folder, 'screen.json'), JSON.stringify(instrument));
  return readSettingsFile(join(folder, 'clinic.json'));
}

const [first, ...others] = madeUpFile.items;
type Item = (typeof File)['items'][number];
const withFirst = (change: object) => ({
  ...madeUpFile,
  items: [{ ...(first as Item), ...change }, ...others],
});

describe('the file of an instrument', () => {
  it('is read from beside the settings, with its fingerprint', () => {
    const read = readWith(madeUpFile);
    expect(read.ok && read.value.settings.instrument).toMatchObject({
      ...madeUpFile,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    ['is not there', undefined, 'instrumentFile names a file that cannot be read'],
    ['has a part that nobody knows', { ...madeUpFile, acute: true }, 'acute: is not a known key'],
    [
      'names nobody who gave permission',
      { ...madeUpFile, permission: undefined },
      'permission: is of the wrong type',
    ],
    ['lacks the words in Spanish', withFirst({ text: { en: 'One?' } }), 'items[0].text.es: '],
    ['takes a key of the form', withFirst({ key: 'asq1' }), 'items[0].key: is taken'],
    ['takes a name that every object has', withFirst({ key: 'constructor' }), 'items[0].key: is taken'],
    ['has a key twice', withFirst({ key: 'cssrs6' }), 'items[5].key: stands here twice'],
    [
      'asks by a later item',
      withFirst({ shown: { key: 'cssrs6', is: ['yes'] } }),
      'items[0].shown: reads cssrs6',
    ],
    [
      'asks by an answer that is none',
      withFirst({ shown: { key: 'cssrs6', is: ['maybe'] } }),
      'items[0].shown.is[0]: ',
    ],
  ])('is refused with path and reason when it %s', (_title, file, told) => {
    const read = readWith(file);
    expect(read.ok).toBe(false);
    const [line, ...more] = read.ok ? [] : read.error;
    expect(line).toContain(told);
    expect(line).toContain('screen.json');
    expect(more).toEqual([]);
  });
});

const { asq1: _1, asq2: _2, asq3: _3, asq4: _4, ...withoutAsq } = plainAnswers;
const own = { cssrs1: 'no', cssrs2: 'no', cssrs6: 'yes', cssrs6recent: 'yes' };
const sent = { ...withoutAsq, ...own } as Answers;
const modules = [clinicRoutes, safetyAlertRoutes, submissionRoutes];
const withIt = () => testServer({ modules, settings: { ...demoSettings, instrument: madeUpInstrument } });
const withoutIt = () => testServer({ modules });

const alert = (answers: object) => ({
  submissionId: randomUUID(),
  state: 'raised',
  agreedBy: 'consent',
  language: 'en',
  answers,
});
const tell = async ({ app }: Awaited<ReturnType<typeof withIt>>, answers: object) =>
  app.inject({
    method: 'PUT',
    url: `/api/safety-alerts/${randomUUID()}`,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: JSON.stringify(alert(answers)),
  });

describe('a clinic with an instrument of its own', () => {
  it('takes its answers; another clinic refuses them with the key', async () => {
    expect((await send((await withIt()).app, formOf(sent))).statusCode).toBe(201);
    const refused = await send((await withoutIt()).app, formOf({ ...plainAnswers, ...own } as Answers));
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ path: 'answers.cssrs1' });
  });

  it('does not take a form without it, whatever the ASQ says', async () => {
    const refused = await send((await withIt()).app, formOf(plainAnswers));
    expect(refused.json()).toMatchObject({ path: 'answers.cssrs1' });
  });

  it('is told of it before sending, too; another clinic refuses that', async () => {
    expect((await tell(await withIt(), own)).statusCode).toBe(200);
    const refused = await tell(await withoutIt(), own);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ path: 'answers.cssrs1' });
  });

  it('hands its words to the patient’s pages; from another clinic nothing of it is to be had', async () => {
    const read = async (test: Awaited<ReturnType<typeof withIt>>) =>
      (await test.app.inject('/api/clinic')).body;
    expect(await read(await withIt())).toContain('Made-up question cssrs1?');
    expect(await read(await withoutIt())).not.toContain('instrument');
  });
});
