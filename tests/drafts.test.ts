import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDraft, type StoredDraft } from '../src/machines/parse-draft.ts';
import { walk } from '../src/machines/walk.ts';
import { draftKeys } from '../src/patient/draft/keys.ts';
import { seal, unseal } from '../src/patient/draft/seal.ts';
import { demoSettings } from '../src/settings/demo.ts';
import { formVersion } from '../src/steps/form-version.ts';

/**
 * One invented draft of every form version that was ever released, as its browser stored it. A form that changes its
 * version gets a new file here; an old one is never changed.
 */
const folder = 'tests/fixtures/drafts';
const context = { asOf: '2026-11-22', locations: [] };

const stored = (file: string): StoredDraft => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const files = readdirSync(folder);

const keys = await draftKeys('7K3MQ2XD9TBV4HNA');
const foreign = await draftKeys('0000000000000000');

/** From ciphertext to draft, as the keeper of a browser does it. */
async function opened(ciphertext: string) {
  const text = await unseal(keys.key, keys.id, ciphertext);
  return text.ok ? parseDraft(text.value, context) : text;
}

test('P16 there is a draft of every released form version', () => {
  const versions = readdirSync('src/submission/released')
    .filter((name) => name.endsWith('.json'))
    .map((name) => `v${name}`);
  expect(versions).toContain(`v${formVersion}.json`);
  expect(files).toEqual(expect.arrayContaining(versions));
});

describe.each(files)('P16 the draft %s', (file) => {
  const draft = stored(file);

  test('loads with every answer, at the version of today', async () => {
    const read = await opened(await seal(keys.key, keys.id, draft));
    if (!read.ok) throw new Error(read.error);
    expect(read.value.dropped).toEqual([]);
    expect(read.value.draft.formVersion).toBe(formVersion);
    expect(Object.keys(read.value.draft.answers).length).toBeGreaterThanOrEqual(
      Object.keys(draft.answers).length,
    );
    if (draft.formVersion === formVersion) expect(read.value.draft).toEqual(draft);
  });

  test('leads to a page that is on its way, with every page before it behind the person', () => {
    const read = parseDraft(draft, context);
    if (!read.ok) throw new Error(read.error);
    const { answers, passed } = read.value.draft;
    const circumstances = { asOf: context.asOf, locationCount: 0 };
    const here = walk({ answers, passed, circumstances, thresholds: demoSettings.thresholds });
    expect(here.whole).toContain(here.place);
    expect(here.path.at(-1)).toBe(here.place);
    expect(passed).toEqual(expect.arrayContaining(here.path.slice(0, -1)));
    expect(passed).not.toContain(here.place);
    expect(here.path.length).toBeGreaterThan(10);
  });

  test('of a version not known here is refused as newer, and is not touched', () => {
    const newer = { ...draft, formVersion: '99' };
    expect(parseDraft(newer, context)).toEqual({ ok: false, error: 'newerForm' });
  });

  test('damaged anywhere stays shut, whatever byte it is', async () => {
    const whole = await seal(keys.key, keys.id, draft);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.constantFrom(...letters), async (at, letter) => {
        fc.pre(whole[at] !== letter);
        const damaged = `${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`;
        expect(await opened(damaged)).toEqual({ ok: false, error: 'foreign' });
      }),
      { seed: 20261122, numRuns: 200 },
    );
    for (const cut of [0, 1, 12, 28, whole.length - 4])
      expect(await opened(whole.slice(0, cut))).toEqual({ ok: false, error: 'foreign' });
  });

  test('under another code, or another draft’s name, stays shut', async () => {
    expect(await opened(await seal(foreign.key, keys.id, draft))).toEqual({ ok: false, error: 'foreign' });
    expect(await opened(await seal(keys.key, foreign.id, draft))).toEqual({ ok: false, error: 'foreign' });
  });

  test.each([
    ['no answers', ({ answers: _gone, ...rest }: StoredDraft) => rest],
    ['another format', (whole: StoredDraft) => ({ ...whole, format: 2 })],
    ['a list of answers', (whole: StoredDraft) => ({ ...whole, answers: [] })],
    ['a part that nobody knows', (whole: StoredDraft) => ({ ...whole, extra: true })],
  ])('that opens and has %s is refused whole', async (_what, change) => {
    const read = await opened(await seal(keys.key, keys.id, change(draft)));
    expect(read).toEqual({ ok: false, error: 'notADraft' });
  });
});
