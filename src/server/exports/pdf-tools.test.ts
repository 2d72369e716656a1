import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { currentForm } from '../../submission/form.ts';
import { summaryOf } from '../../submission/summary.ts';
import { clinicianPdf } from './clinician-pdf.ts';
import { frozenWith } from './documents.fixture.ts';
import { onePagePdf } from './one-page-pdf.ts';
import { patientRecord } from './patient-record.ts';

vi.setConfig({ testTimeout: 30_000 });

const isInstalled = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Some tools answer a question for their version with a code of their own.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
};

const hasTools = isInstalled('pdfinfo') && isInstalled('qpdf') && isInstalled('pdftotext');
if (!hasTools)
  process.stderr.write(
    'Skipped: pdfinfo, pdftotext and qpdf are not installed here (poppler-utils, qpdf). Other tests read each PDF.\n',
  );

const folder = mkdtempSync(join(tmpdir(), 'prelude-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8' });

const letters = 'Zoë Łukaszewska · Αθηνά · Щербакова · Nguyễn Thị Ánh · 安娜 · (/JS) <script>';
const long = `begin ${'and so it went on '.repeat(555)} end`.slice(0, 10_000);
const frozen = frozenWith({ firstName: letters.slice(0, 90), allergies: long, mi: 'yes' });
const summary = summaryOf(frozen, []);

describe.skipIf(!hasTools)('C13: as other programs read it,', () => {
  it.each([
    ['the full PDF', () => clinicianPdf(summary, demoSettings), 10_000],
    ['the one-page PDF', () => onePagePdf(summary, demoSettings), 0],
    ['the patient’s record', () => patientRecord(frozen.content, currentForm, demoSettings), 10_000],
  ] as const)('%s is tagged, sound and whole, without script', async (name, make, most) => {
    const path = join(folder, `${name.replaceAll(/\W/g, '-')}.pdf`);
    writeFileSync(path, await make());
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Form:\s+none/);
    expect(info).toMatch(/Encrypted:\s+no/);
    if (most === 0) expect(info).toMatch(/Pages:\s+1\n/);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
    const text = run('pdftotext', path, '-').replace(/\s+/g, '');
    for (const part of ['ZoëŁukaszewska', 'Αθηνά', 'Щербакова', 'NguyễnThịÁnh', 'U+5B89'])
      expect(text).toContain(part);
    if (most > 0) expect(text.match(/andsoitwenton/g)?.length).toBeGreaterThan(540);
  });
});
