import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOf, inventedIntakes, locations } from '../scripts/invented-intakes.ts';
import { canonicalJson } from '../src/lib/canonical-json.ts';
import { askedOf } from '../src/screening/intake-of.ts';
import { type Inputs, pack, type RulePack } from '../src/screening/pack.ts';
import { fingerprintOf, packVersions, releasedPack } from '../src/screening/released-packs.ts';
import { rulesVersion } from '../src/screening/rules.ts';
import { temporaryFolder } from '../src/server/db/store.fixture.ts';
import { clinicianPdf } from '../src/server/exports/clinician-pdf.ts';
import { clinicianText } from '../src/server/exports/clinician-text.ts';
import { sha256 } from '../src/server/keys/sha256.ts';
import { demoSettings } from '../src/settings/demo.ts';
import { defaultThresholds } from '../src/settings/thresholds.ts';
import { differenceText } from '../src/submission/differences.ts';
import { bundleOf } from '../src/submission/fhir/bundle.ts';
import type { Frozen } from '../src/submission/freeze.ts';
import { frozenOf } from '../src/submission/frozen.fixture.ts';
import { formOf } from '../src/submission/released-forms.ts';
import { differencesUnder, replay } from '../src/submission/replay.ts';
import { summaryOf } from '../src/submission/summary.ts';
import { complaintsAbout, indexDefinitions } from './fhir/validators.ts';
import { personas } from './personas.ts';

const folder = 'src/screening/released';
const fileOf = (version: string) => `${folder}/${version}.js`;

/** Thousands in the full run; enough in the short one to meet every rule. */
const MANY = process.env.FULL === '1' ? 10_000 : 800;

const settings = { ...demoSettings, locations: locations.map((id) => ({ id, name: id })) };
const inputs: readonly Inputs[] = inventedIntakes(MANY).map((answers) => {
  const asked = askedOf(answers, { asOf, settings });
  return {
    answers: asked.answers,
    shown: [...asked.shown],
    asOf,
    thresholds: defaultThresholds,
    clinic: null,
  };
});

const told = ({ evaluate: _, ...rest }: RulePack) => canonicalJson(rest);

/** Whether two packs say the same of themselves and of every invented intake. */
const isSamePack = (one: RulePack, other: RulePack): boolean =>
  told(one) === told(other) &&
  inputs.every((each) => canonicalJson(one.evaluate(each)) === canonicalJson(other.evaluate(each)));

/** A pack as somebody might have edited its file: this text in place of that. */
const edited = async (version: string, before: string, after: string): Promise<RulePack> => {
  const code = readFileSync(fileOf(version), 'utf8');
  if (!code.includes(before)) throw new Error(`The pack holds no ${before}.`);
  const file = join(temporaryFolder(), 'edited.mjs');
  writeFileSync(file, code.replaceAll(before, after));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)).pack;
};

describe('the rules of today', () => {
  test('are the released ones: a change of a rule, a list or a threshold needs a new version', () => {
    const released = releasedPack(rulesVersion);
    expect(
      released && isSamePack(pack, released),
      'The rules have changed. Give them a new version in src/screening/rules.ts and run scripts/release-pack.ts; for one under which no submission was received, run it with --again.',
    ).toBe(true);
  });

  test.each([
    ['the weight of a rule', 'severity: both("contraindication")', 'severity: both("review")'],
    ['a number in a rule', 'systolic: 140', 'systolic: 141'],
    ['a word for the clinician', 'Arteriovenous malformation reported.', 'AVM reported.'],
    ['a brand in a list', '"Wellbutrin"', '"Welbutrin"'],
    ['a threshold', 'severeSystolic: 180', 'severeSystolic: 181'],
    ['a source', 'SPRAVATO label, boxed warning', 'SPRAVATO label'],
  ])('%s that changed is found', async (_what, before, after) => {
    expect(isSamePack(pack, await edited(rulesVersion, before, after))).toBe(false);
  });
});

test('every released pack is in the list, and its file is as it was released', () => {
  const versions = readdirSync(folder).flatMap((name) => /^(.*)\.js$/.exec(name)?.[1] ?? []);
  expect([...packVersions].sort()).toEqual(versions.sort());
  for (const version of versions) {
    expect(releasedPack(version)?.version).toBe(version);
    expect(sha256(readFileSync(fileOf(version), 'utf8'))).toBe(fingerprintOf(version));
  }
});

test('a version that was never released has neither pack nor fingerprint', () => {
  expect(releasedPack('1999-01-01')).toBeUndefined();
  expect(() => fingerprintOf('1999-01-01')).toThrow('not released');
});

describe('a pack edited by one number or one day changes exactly what it must', () => {
  const people = personas.map(({ id, answers }) => ({ id, frozen: frozenOf(answers) }));
  const changesUnder = (other: RulePack) =>
    people.flatMap(({ id, frozen }) =>
      differencesUnder(frozen, { pack: other, clinic: null }).map((one) => `${id} ${differenceText(one)}`),
    );

  test('the pre-dose guide at 128 in place of 140: who is between, and nobody else', async () => {
    const between = people.filter(
      ({ frozen: { content, screening } }) =>
        (content.answers.sbp ?? 0) > 128 &&
        (content.answers.sbp ?? 0) <= 140 &&
        (content.answers.dbp ?? 0) <= 90 &&
        screening.evaluation.findings.some(({ id }) => id === 'CV-BP-ELEVATED'),
    );
    const changes = changesUnder(await edited(rulesVersion, 'systolic: 140', 'systolic: 128'));
    expect(between.length).toBeGreaterThan(0);
    expect(changes.filter((line) => line.includes('CV-BP-ELEVATED: absent → present'))).toHaveLength(
      between.length,
    );
    const others = changes.filter((line) => !/CV-BP-ELEVATED/.test(line));
    expect(others).toEqual([]);
  });

  test('the day of the version alone: nothing', async () => {
    const later = await edited(rulesVersion, rulesVersion, '2027-01-01');
    expect(later.version).toBe('2027-01-01');
    expect(changesUnder(later)).toEqual([]);
  });
});

describe('every submission of every earlier form and pack', () => {
  beforeAll(indexDefinitions, 60_000);
  const fixtures = 'tests/fixtures/submissions';
  const kept = readdirSync(fixtures).flatMap((name) =>
    (JSON.parse(readFileSync(join(fixtures, name), 'utf8')) as Frozen[]).map(
      (frozen, index) => [`${name}, number ${index + 1}`, frozen] as const,
    ),
  );

  test('there is one for each released pack, in each shape in which it was kept', () => {
    const shapes = new Set(
      kept.map(([, { screening }]) => `${screening.evaluation.rulesVersion} format ${screening.format}`),
    );
    expect(shapes).toEqual(new Set(['2026-11-22 format 1', '2026-11-28 format 2']));
    expect(new Set(kept.map(([, { screening }]) => screening.evaluation.rulesVersion))).toEqual(
      new Set(packVersions),
    );
  });

  test.each(kept)('%s opens, prints, leaves and replays identically', async (_name, frozen) => {
    expect(replay(frozen, sha256)).toEqual({ kind: 'identical' });
    const summary = summaryOf(frozen, []);
    expect(summary.lines).toHaveLength(6);
    expect(clinicianText(summary, demoSettings)).toContain(frozen.content.reference);
    expect((await clinicianPdf(summary, demoSettings)).length).toBeGreaterThan(10_000);
    const form = formOf(frozen.content.formVersion);
    if (!form) throw new Error('its form is gone');
    expect(complaintsAbout(bundleOf(frozen, form))).toEqual([]);
  });

  test.each(kept.filter((_, index) => index % 4 === 0))(
    '%s: what was changed in the store is found',
    (_name, frozen) => {
      const [flag] = frozen.screening.flags;
      const otherWords = {
        ...frozen,
        screening: {
          ...frozen.screening,
          flags: [{ ...flag, words: 'Nothing.' }, ...frozen.screening.flags.slice(1)],
        },
      } as Frozen;
      expect(replay(otherWords, sha256)).toMatchObject({
        kind: 'different',
        differences: [{ about: `${flag?.flag.id}, in words`, before: 'Nothing.', after: flag?.words }],
      });
      const otherAnswer = {
        ...frozen,
        content: { ...frozen.content, answers: { ...frozen.content.answers, avm: 'yes' } },
      } as Frozen;
      expect(replay(otherAnswer, sha256).kind).not.toBe('identical');
      const otherVersion = {
        ...frozen,
        screening: {
          ...frozen.screening,
          evaluation: { ...frozen.screening.evaluation, rulesVersion: '1999-01-01' },
        },
      } as Frozen;
      expect(replay(otherVersion, sha256)).toEqual({ kind: 'cannot', why: 'packNotReleased' });
    },
  );
});

test('invented submissions in thousands replay identically', () => {
  for (const answers of inventedIntakes(MANY)) {
    const stored: Frozen = JSON.parse(JSON.stringify(frozenOf(answers)));
    expect(replay(stored, sha256)).toEqual({ kind: 'identical' });
  }
});
