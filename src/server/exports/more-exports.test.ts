import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { personas } from '../../../tests/personas.ts';
import { demoSettings } from '../../settings/demo.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Summary } from '../../submission/staff-wire.ts';
import { summaryOf } from '../../submission/summary.ts';
import { readChain } from '../audit/audit.repository.ts';
import { signedInAdministrator, testServer } from '../server.fixture.ts';
import { formOf, plainAnswers, send } from '../submissions/form.fixture.ts';
import { flagTitle } from './clinician-words.ts';
import { frozenWith } from './documents.fixture.ts';
import { onePagePdf } from './one-page-pdf.ts';
import { squeezed, textOfPdf } from './pdf-reader.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const summaryWith = (...given: Parameters<typeof frozenWith>) => summaryOf(frozenWith(...given), []);

const pagesOf = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\n/g)?.length;

describe('C13: the one-page PDF', () => {
  it('holds the six lines, contact, scores, the worst flags and how many more there are', async () => {
    const summary = summaryWith({ emergencyNow: 'yes', mi: 'yes', aneurysm: 'unsure', sbp: 190 });
    const file = await onePagePdf(summary, demoSettings);
    const raw = file.toString('latin1');
    expect(pagesOf(file)).toBe(1);
    for (const mark of ['/StructTreeRoot', '/Marked true', 'pdfuaid:part', '/Lang (en-US)'])
      expect(raw).toContain(mark);
    const text = squeezed(textOfPdf(file));
    for (const { title } of summary.lines) expect(text).toContain(squeezed(title));
    for (const { name } of summary.scores) expect(text).toContain(squeezed(name));
    for (const words of [
      'SAFETY: CALL NOW',
      'Phone: (615) 555-0142',
      'Form 1, rules',
      'Patient-reported, not verified',
    ])
      expect(text).toContain(squeezed(words));
    const shown = summary.flags.filter((flag) => text.includes(squeezed(flagTitle(flag)))).length;
    const more = /And(\d+)moreflags?inthefullPDF/.exec(text)?.[1];
    expect(shown + Number(more ?? 0)).toBe(summary.flags.length);
  });

  it('is one page for the persona with the most findings', async () => {
    const summaries = personas.map(({ answers }) => summaryWith(answers));
    const [worst] = summaries.sort((one, other) => other.flags.length - one.flags.length);
    if (worst === undefined) throw new Error('There is no persona.');
    expect(pagesOf(await onePagePdf(worst, demoSettings))).toBe(1);
  });

  it.each([
    ['another script', '安'.repeat(110)],
    ['wide letters', 'W'.repeat(110)],
    ['pictures', '😀'.repeat(110)],
    ['controls', '\u0000\u202e'.repeat(55)],
    ['many lines', 'line\n'.repeat(22)],
  ])('is one page whatever was typed and however much was found: %s', async (_, typed) => {
    const full = summaryWith({ emergencyNow: 'yes', mi: 'yes', aneurysm: 'yes', avm: 'yes', sbp: 190 });
    const [first] = full.flags;
    if (first === undefined) throw new Error('There is no flag.');
    const receivedAt = '2026-11-22T15:00:00.000Z';
    const summary: Summary = {
      ...full,
      heading: { ...full.heading, name: typed, phone: typed, pronouns: typed },
      lines: full.lines.map((line) => ({ ...line, text: typed })),
      flags: Array.from({ length: 80 }, () => ({ ...first, words: typed })),
      alerts: Array.from({ length: 12 }, () => ({
        id: randomUUID(),
        level: 'urgent',
        state: 'raised',
        receivedAt,
      })),
    };
    const file = await onePagePdf(summary, { ...demoSettings, part2Programme: true });
    expect(pagesOf(file)).toBe(1);
    const shown = squeezed(textOfPdf(file));
    expect(shown).not.toContain('\ufffd');
    expect(shown).toMatch(/And\d+moreflagsinthefullPDF/);
    expect(shown).toMatch(/And\d+morealertsinthefullPDF/);
  });
});

const withCase = async (settings?: Settings) => {
  const test = await testServer(settings === undefined ? {} : { settings });
  const headers = { ...(await signedInAdministrator(test)) };
  const id = randomUUID();
  const { reference } = (await send(test.app, formOf(plainAnswers), { id })).json();
  const ask = (path: string) => test.app.inject({ url: `/api/staff/submissions/${id}/${path}`, headers });
  const acts = async () => {
    const rows = [];
    for await (const row of readChain(test.deps.store.db))
      if (row.action === 'submission.export') rows.push(row);
    return rows;
  };
  return { test, headers, id, reference, ask, acts };
};

const clinicOfTwo: Settings = {
  ...demoSettings,
  name: 'River; Bend, Infusion',
  locations: [
    { id: 'nashville', name: 'Nashville', address: '100 Example Avenue' },
    { id: 'franklin', name: 'Franklin', phone: '(615) 555-0177' },
  ],
};

const unfolded = (file: string) => file.replace(/\r\n[\t ]/g, '');

describe('C15: a calendar file of a consultation', () => {
  it('holds time, place and reference, nobody’s name and no treatment; and stands in the audit', async () => {
    const { ask, acts, id, reference } = await withCase();
    const reply = await ask('export.ics?start=2026-12-01T14:30&minutes=90');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(reply.headers['content-disposition']).toBe('attachment; filename="appointment.ics"');
    const file = unfolded(reply.body);
    for (const line of [
      'DTSTART:20261201T203000Z',
      'DURATION:PT1H30M',
      'CLASS:PRIVATE',
      `SUMMARY:Appointment: ${demoSettings.name}`,
      `DESCRIPTION:Reference ${reference}. To change it\\, call ${demoSettings.phone}.`,
    ])
      expect(file).toContain(line);
    expect(file).not.toMatch(/Quillfeather|ketamine|spravato|depress/i);
    expect(reply.body.split('\r\n').every((line) => line.length <= 75)).toBe(true);
    expect(await acts()).toMatchObject([{ object_id: id, fields: 'calendar', outcome: 'done' }]);
  });

  it('at a location, with its own phone; what stands in the settings is escaped', async () => {
    const { ask } = await withCase(clinicOfTwo);
    const reply = await ask('export.ics?start=2026-12-01T14:30&minutes=30&location=franklin');
    expect(unfolded(reply.body)).toContain('SUMMARY:Appointment: River\\; Bend\\, Infusion');
    expect(unfolded(reply.body)).toContain('LOCATION:Franklin');
    expect(unfolded(reply.body)).toContain('call (615) 555-0177');
  });

  it.each([
    ['start=2026-03-08T02:30&minutes=60', 'start'],
    ['start=tomorrow&minutes=60', 'start'],
    ['start=2026-12-01T14:30&minutes=5', 'minutes'],
    ['start=2026-12-01T14:30&minutes=60&location=nowhere', 'location'],
  ])('a time or place that is not there is refused: %s', async (query, path) => {
    const { ask, acts } = await withCase();
    const reply = await ask(`export.ics?${query}`);
    expect(reply.statusCode).toBe(422);
    expect(reply.json().path).toContain(path);
    expect(await acts()).toEqual([]);
  });

  it('is the front desk’s too, and no answer is opened for it', async () => {
    const { test, ask } = await withCase();
    await test.deps.store.inTransaction((tx) =>
      tx.updateTable('users').set({ roles: 'frontDesk' }).execute(),
    );
    expect((await ask('export.ics?start=2026-12-01T14:30&minutes=60')).statusCode).toBe(200);
    await test.deps.store.inTransaction((tx) =>
      tx.updateTable('users').set({ roles: 'administrator' }).execute(),
    );
    expect((await ask('export.ics?start=2026-12-01T14:30&minutes=60')).statusCode).toBe(403);
  });
});

it('C13: the one-page PDF leaves named after nobody, on record', async () => {
  const { ask, acts, id } = await withCase();
  const reply = await ask('export-one-page.pdf');
  expect(reply.headers['content-disposition']).toBe('attachment; filename="intake-one-page.pdf"');
  expect(pagesOf(reply.rawPayload)).toBe(1);
  expect(await acts()).toMatchObject([{ object_id: id, fields: 'one-page' }]);
});

const NOTICE = squeezed('42 CFR part 2 prohibits unauthorized use or disclosure of these records.');

describe('of a Part 2 programme, each export that holds answers on substances carries the notice:', () => {
  it.each(['export.pdf', 'export-one-page.pdf', 'export.txt'])('%s', async (path) => {
    for (const part2Programme of [true, false]) {
      const { ask } = await withCase({ ...demoSettings, part2Programme });
      const reply = await ask(path);
      const text = squeezed(path.endsWith('.pdf') ? textOfPdf(reply.rawPayload) : reply.body);
      expect(text.includes(NOTICE)).toBe(part2Programme);
    }
  });

  it('the FHIR bundle, as HL7 codes it', async () => {
    const { ask } = await withCase({ ...demoSettings, part2Programme: true });
    expect((await ask('export.json')).json().meta.security.map(({ code }: { code: string }) => code)).toEqual(
      ['42CFRPart2', 'NORDSCLCD'],
    );
    const { ask: other } = await withCase();
    expect((await other('export.json')).json().meta).toBeUndefined();
  });
});
