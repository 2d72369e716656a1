import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { personas } from '../../../tests/personas.ts';
import { demoSettings } from '../../settings/demo.ts';
import { currentForm } from '../../submission/form.ts';
import { summaryOf } from '../../submission/summary.ts';
import { toAscii } from './ascii.ts';
import { clinicianPdf } from './clinician-pdf.ts';
import { clinicianText } from './clinician-text.ts';
import { flagTitle, inLetters } from './clinician-words.ts';
import { frozenWith } from './documents.fixture.ts';
import { patientRecord } from './patient-record.ts';
import { squeezed, textOfPdf } from './pdf-reader.fixture.ts';
import { printable } from './printable.ts';
import { typeface } from './typeface.ts';
import { wrapped } from './wrap.ts';

// To set some pages takes a second or two on a machine that is busy.
vi.setConfig({ testTimeout: 30_000 });

const recordOf = (frozen = frozenWith()) => patientRecord(frozen.content, currentForm, demoSettings);
const summaryWith = (...given: Parameters<typeof frozenWith>) => summaryOf(frozenWith(...given), []);

const hostile = '<script>alert(1)</script> (/JS) \\) Tj [http://evil.example] =cmd|calc {{name}} %00';

describe('P33: the patient’s record', () => {
  it.each(['en', 'es'] as const)('holds every question with its answer, as read, in %s', async (language) => {
    const frozen = frozenWith({}, language);
    const text = squeezed(textOfPdf(await recordOf(frozen)));
    expect(frozen.content.asRead.length).toBeGreaterThan(80);
    for (const { key, label, text: answer } of frozen.content.asRead) {
      if (key === 'consents') continue;
      expect(text).toContain(squeezed(label));
      expect(text).toContain(squeezed(answer));
    }
    for (const paragraph of currentForm.consentText.en) expect(text).toContain(squeezed(paragraph));
    expect(text).toContain(squeezed('Sam Quillfeather'));
    expect(text).toContain(squeezed(demoSettings.phone));
    expect(text).toContain('988');
    expect(text).not.toContain('\ufffd');
  });

  it('says of each skipped and each declined answer what it is', async () => {
    const text = textOfPdf(await recordOf(frozenWith({ asq1: 'declined' })));
    expect(text).toContain('Prefer not to');
    expect(text).toContain('— Not answered —');
  });

  it('holds no score and no finding', async () => {
    const text = textOfPdf(await recordOf(frozenWith({ emergencyNow: 'yes' })));
    expect(text).not.toMatch(/SU-|severe|PHQ|GAD|score/i);
  });

  it.each([
    ['en', '(en-US)'],
    ['es', '(es-US)'],
  ] as const)('is a tagged PDF that says its language, in %s', async (language, tag) => {
    const raw = (await recordOf(frozenWith({}, language))).toString('latin1');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain(`/Lang ${tag}`);
    expect(raw).toContain('pdfuaid:part');
    expect(raw).toContain('/DisplayDocTitle true');
    for (const type of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody'])
      expect(raw).toContain(`/S /${type}\n`);
    expect(raw).toContain('/FontFile2');
    expect(raw).not.toMatch(/\/(JavaScript|JS|URI|Annots|AcroForm|Launch|EmbeddedFile) /);
  });

  it('names nobody in its title', async () => {
    const raw = (await recordOf()).toString('latin1');
    expect(raw).toMatch(/\/Title \d+ 0 R/);
    expect(raw).toContain('\n(Record)\n');
    expect(raw).not.toContain('Quillfeather');
  });

  it('is the same file each time', async () => {
    expect((await recordOf()).equals(await recordOf())).toBe(true);
  });
});

describe('a PDF shows what was typed as it was typed:', () => {
  it.each([
    ['markup, PDF and formula tricks', hostile],
    ['Latin with marks', 'Zoë Ångström-Łukaszewska'],
    ['Vietnamese', 'Nguyễn Thị Ngọc Ánh'],
    ['Greek', 'Αθηνά Παπαδοπούλου'],
    ['Cyrillic', 'Наталья Щербакова'],
  ])('%s', async (_, typed) => {
    const text = squeezed(textOfPdf(await recordOf(frozenWith({ allergies: typed }))));
    expect(text).toContain(squeezed(typed));
  });

  it('in another script, as code points in a box', async () => {
    const text = squeezed(textOfPdf(await recordOf(frozenWith({ firstName: '安娜', lastName: 'محمد' }))));
    expect(text).toContain('[U+5B89U+5A1C]');
    expect(text).toContain('[U+0645U+062DU+0645U+062F]');
    expect(text).toContain(squeezed('Their code points stand in their place.'));
  });

  it.each([
    ['words', 'and so it went on '.repeat(556).slice(0, 10_000)],
    ['one endless word', 'x'.repeat(10_000)],
    ['letters of another script', '安'.repeat(10_000)],
  ])('whole at 10,000 characters: %s', async (_, typed) => {
    const shown = typed.startsWith('安') ? 'U+5B89'.repeat(10_000) : squeezed(typed);
    const feet = /ReferenceKX7-4M2·page\d+of\d+/g;
    const text = squeezed(textOfPdf(await recordOf(frozenWith({ allergies: typed }))));
    expect(text.replace(feet, '')).toContain(shown);
  });
});

it('nothing that is typed is left blank or dropped', () => {
  const { draws } = typeface();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      for (const { text, isNamed } of printable(typed, draws)) {
        if (isNamed) expect(text).toMatch(/^\[U\+[0-9A-F]{4,6}( U\+[0-9A-F]{4,6})*\]$/);
        else
          for (const point of text.replaceAll('\n', '')) expect(draws(point.codePointAt(0) ?? 0)).toBe(true);
      }
    }),
  );
});

it('our own words on rules hold no sign that the typeface lacks', () => {
  const { draws } = typeface();
  for (const { answers } of personas) {
    for (const flag of summaryOf(frozenWith(answers), []).flags) {
      const ours = [flagTitle(flag), inLetters(flag.words), inLetters(flag.finds), ...flag.sources];
      expect(ours.flatMap((text) => printable(text, draws)).filter(({ isNamed }) => isNamed)).toEqual([]);
    }
  }
});

describe('C13: the clinician’s PDF', () => {
  it('has the six lines and the first flags on one page, then everything', async () => {
    const summary = summaryWith({ emergencyNow: 'yes', mi: 'yes', aneurysm: 'unsure', sbp: 190 });
    const file = await clinicianPdf(summary, demoSettings);
    const text = squeezed(textOfPdf(file));
    const [first = ''] = text.split(squeezed('Flags with their sources'));
    for (const { title } of summary.lines) expect(first).toContain(squeezed(title));
    expect(first).toContain('SAFETY:CALLNOW');
    expect(text).toContain('page1of');
    expect(text).toContain(squeezed('patient-reported, not verified'));
    for (const { id, sources } of summary.flags) {
      expect(text).toContain(squeezed(`Rule: ${id}`));
      for (const source of sources) expect(text).toContain(squeezed(source));
    }
    for (const { label } of summary.sections.flatMap(({ answers }) => answers))
      expect(text).toContain(squeezed(label));
    for (const { name, drug } of [
      ...summary.scores.map(({ name }) => ({ name, drug: '' })),
      ...summary.trials.map(({ drug }) => ({ name: '', drug })),
    ])
      expect(text).toContain(squeezed(name + drug));
    expect(file.toString('latin1')).toContain('/S /TH\n');
    expect(text).not.toContain('\ufffd');
  });

  it('shows a patient’s words in Spanish as Spanish', async () => {
    const raw = (await clinicianPdf(summaryWith({ mi: 'yes' }, 'es'), demoSettings)).toString('latin1');
    expect(raw).toContain('/Lang (en-US)');
    expect(raw).toContain('/Lang (es-US)');
  });
});

describe('C13: the text for the record system', () => {
  const isPlain = (text: string) =>
    text.split('\n').every((line) => line.length <= 80 && /^[\x20-\x7e]*$/.test(line));

  it('is ASCII of at most 80 columns, whatever was typed', () => {
    const summary = summaryWith();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const [section, ...rest] = summary.sections;
        if (section === undefined) throw new Error('There is no section.');
        const line = { key: 'allergies', label: 'Allergies', text: typed, state: 'answered' as const };
        const changed = {
          ...summary,
          heading: { ...summary.heading, name: typed },
          sections: [{ ...section, answers: [line] }, ...rest],
        };
        return isPlain(clinicianText(changed, demoSettings));
      }),
      { numRuns: 200 },
    );
  });

  it('says that nothing was verified, and every answer stands in it', () => {
    const summary = summaryWith({ emergencyNow: 'yes', allergies: hostile });
    const text = clinicianText(summary, demoSettings);
    expect(text.split('\n')[0]).toBe('INTAKE SUMMARY - PATIENT-REPORTED, NOT VERIFIED');
    expect(squeezed(text)).toContain(squeezed(hostile));
    for (const { label, text: answer } of summary.sections.flatMap(({ answers }) => answers)) {
      expect(squeezed(text)).toContain(squeezed(toAscii(label)));
      expect(squeezed(text)).toContain(squeezed(toAscii(answer)));
    }
  });

  it('lets no answer pass for a heading', () => {
    const text = clinicianText(
      summaryWith({ allergies: 'none\nSCORES\n------\nPHQ-9: 0 of 27' }),
      demoSettings,
    );
    expect(text.split('\n').filter((line) => line === 'SCORES')).toHaveLength(1);
  });

  it.each([
    ['Núñez — 1½ mg', 'Nunez - 1 1/2 mg'],
    ['Łódź, Ærø, straße', 'Lodz, AEro, strasse'],
    ['10² ≥ 90 “so”', '10^2 >= 90 "so"'],
    ['安', '[U+5B89]'],
    ['Αθ', '[U+0391][U+03B8]'],
    ['Nguyễn', 'Nguyen'],
    ['a\u202eb', 'a[U+202E]b'],
    ['´', '[U+00B4]'],
  ])('writes %s as %s', (typed, shown) => {
    expect(toAscii(typed)).toBe(shown);
  });

  it('breaks a word that is longer than a line, and loses none of it', () => {
    const lines = wrapped('x'.repeat(200), '  ');
    expect(lines.map((line) => line.length)).toEqual([80, 80, 46]);
  });
});
