import { describe, expect, test } from 'vitest';
import { madeUpInstrument } from '../questions/instrument.fixture.ts';
import { plainPerson } from '../screening/plain-person.fixture.ts';
import { sha256 } from '../server/keys/sha256.ts';
import { demoSettings } from '../settings/demo.ts';
import type { Answers } from '../steps/catalog.ts';
import { answeredAnew } from './answered-anew.ts';
import { bundleOf } from './fhir/bundle.ts';
import { questionnaireOf } from './fhir/questionnaire.ts';
import { currentForm, formWith } from './form.ts';
import { freeze } from './freeze.ts';
import { safetyLine } from './lines/safety.ts';
import { formOf } from './released-forms.ts';
import { replay } from './replay.ts';
import { readAlert } from './safety-alert.ts';

const settings = { ...demoSettings, instrument: madeUpInstrument };
const { asq1: _1, asq2: _2, asq3: _3, asq4: _4, ...withoutAsq } = plainPerson;
const own = { cssrs1: 'declined', cssrs2: 'no', cssrs6: 'yes', cssrs6recent: 'yes' };
const receiving = {
  submissionId: '8f14e45f-ceea-467f-ab68-c2ac1ffd9a10',
  reference: 'KX7-4M2',
  receivedAt: '2026-11-22T15:00:00.000Z',
  asOf: '2026-11-22',
  settings,
  sha256,
};
const frozen = freeze(
  {
    formVersion: '1',
    language: 'es',
    answers: { ...withoutAsq, ...own, asq1: 'yes' } as Answers,
    trail: [{ key: 'cssrs2', at: '2026-11-22T14:00:00Z', from: 'yes' }],
  },
  receiving,
);
const lineOf = (lines: readonly { readonly key: string }[] | null) =>
  lines?.find(({ key }) => key === 'cssrs1');

describe('a submission with an instrument of the clinic’s own', () => {
  test('keeps its words as read and in English, its section, its changes, and itself', () => {
    expect(lineOf(frozen.content.asRead)).toMatchObject({
      label: '¿Pregunta inventada cssrs1?',
      section: 'feelings',
      state: 'declined',
    });
    expect(lineOf(frozen.content.inEnglish)).toMatchObject({ label: 'Made-up question cssrs1?' });
    expect(frozen.content.trail).toMatchObject([{ key: 'cssrs2', from: 'Yes', to: 'No' }]);
    expect(frozen.content.settings.instrument).toEqual(madeUpInstrument);
    expect(frozen.content.shown.filter((key) => key.startsWith('asq'))).toEqual([]);
  });

  test('is urgent, says so on the safety line in its own words, and replays identically', () => {
    expect(safetyLine(frozen)).toMatchObject({ tone: 'safety' });
    const said = JSON.stringify(safetyLine(frozen).text);
    expect(said).toContain('Made-up screen 1 declined, 6+7 yes');
    expect(said).not.toContain('ASQ');
    expect(replay(frozen, sha256)).toEqual({ kind: 'identical' });
  });

  test('stays with its instrument when it is answered anew at a clinic that has another one or none', () => {
    const { instrument: _, ...without } = settings;
    const anew = answeredAnew(frozen, {}, { asOf: '2026-12-01', settings: without, sha256 });
    expect(anew.screening.evaluation.flags).toEqual(frozen.screening.evaluation.flags);
  });

  test('is exported with it: the form, the answers, and observations with the codes of the file alone', () => {
    const form = formOf('1', madeUpInstrument);
    if (!form) throw new Error('no form');
    const { version, copyright } = questionnaireOf(form, settings);
    expect(version).toBe('1-aaaaaaaaaaaa');
    expect(copyright).toContain(madeUpInstrument.copyright);
    const resources = bundleOf(frozen, form).entry.map(({ resource }) => resource);
    const text = JSON.stringify(resources);
    for (const key of ['cssrs1', 'cssrs2', 'cssrs6', 'cssrs6recent'])
      expect(text).toContain(`"linkId":"${key}"`);
    expect(text).not.toContain('asq1');
    const codes = resources.flatMap((one) => (one.resourceType === 'Observation' ? one.code.coding : []));
    const given = codes?.map((coding) => coding?.code).filter((code) => code?.startsWith('93'));
    expect(given).toEqual(['93373-9', '93246-7', '93247-5', '93267-3', '93269-9']);
  });

  test('alerts the clinic before sending with its items, in the person’s language', () => {
    const alert = readAlert(own as Answers, { asOf: '2026-11-22', settings, language: 'es' });
    expect(alert.level).toBe('urgent');
    expect(alert.said.map(({ key }) => key)).toEqual(['cssrs1', 'cssrs2', 'cssrs6', 'cssrs6recent']);
    expect(alert.rules.map(({ id }) => id)).toEqual(['SU-ACUTE', 'SU-POSITIVE']);
  });

  test('without one, the form and its questionnaire hold nothing of any', () => {
    expect(formWith(currentForm, undefined)).toBe(currentForm);
    expect(JSON.stringify(questionnaireOf(currentForm, demoSettings))).not.toContain('cssrs');
  });
});
