import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSettings } from '../../src/settings/demo.ts';
import { type Answers, allQuestions } from '../../src/steps/catalog.ts';
import { relevant } from '../../src/steps/relevant.ts';
import { bundleOf } from '../../src/submission/fhir/bundle.ts';
import { questionnaireOf } from '../../src/submission/fhir/questionnaire.ts';
import { currentForm } from '../../src/submission/form.ts';
import { frozenOf } from '../../src/submission/frozen.fixture.ts';
import { launchBrowser } from '../chromium.ts';
import { itemsOn, press, rendered, serveRenderer, type } from '../fhir/renderer.ts';
import { personas } from '../personas.ts';

let browser: Browser;
let renderer: Awaited<ReturnType<typeof serveRenderer>>;
beforeAll(async () => {
  [browser, renderer] = await Promise.all([launchBrowser(), serveRenderer()]);
});
afterAll(async () => {
  await browser.close();
  await renderer.close();
});

const questionnaire: object = JSON.parse(JSON.stringify(questionnaireOf(currentForm, demoSettings)));
const circumstances = { asOf: '2026-11-22', locationCount: 0 };
const keys = allQuestions.map(({ key }) => key);

/** The questions that the renderer shows: a key is there if its item, or for an instrument one of its items, is. */
async function open(page: Page): Promise<readonly string[]> {
  const items = (await itemsOn(page)).filter((link) => !link.endsWith('.if'));
  return keys.filter((key) => items.some((link) => link === key || link.startsWith(`${key}.`)));
}
const ours = (answers: Answers): readonly string[] => {
  const { shown } = relevant(answers, circumstances);
  return keys.filter((key) => shown.has(key));
};

interface Step {
  readonly says: string;
  readonly does: (page: Page) => Promise<void>;
  readonly now: Answers;
}

/** One person changing their mind: each step changes one answer, and the form must follow. */
const steps: readonly Step[] = [
  { says: 'nothing yet', does: async () => {}, now: {} },
  { says: 'a heart attack', does: (page) => press(page, 'mi', 'yes'), now: { mi: 'yes' } },
  { says: 'none after all', does: (page) => press(page, 'mi', 'no'), now: { mi: 'no' } },
  {
    says: 'one goal: pain',
    does: (page) => press(page, 'conditions', 'chronicPain'),
    now: { conditions: ['chronicPain'] },
  },
  {
    says: 'a second goal: depression',
    does: (page) => press(page, 'conditions', 'depression'),
    now: { conditions: ['depression', 'chronicPain'] },
  },
  { says: 'trauma', does: (page) => press(page, 'traumaEver', 'yes'), now: { traumaEver: 'yes' } },
  {
    says: 'not pain after all',
    does: (page) => press(page, 'conditions', 'chronicPain'),
    now: { conditions: ['depression'] },
  },
  {
    says: 'rather not: trauma',
    does: (page) => press(page, 'traumaEver', 'declined'),
    now: { traumaEver: 'declined' },
  },
  {
    says: 'some days without interest',
    does: (page) => press(page, 'phq9.1', 'LA6569-3'),
    now: { phq9: [1, null, null, null, null, null, null, null, null] },
  },
  {
    says: 'none',
    does: (page) => press(page, 'phq9.1', 'LA6568-5'),
    now: { phq9: [0, null, null, null, null, null, null, null, null] },
  },
  {
    says: 'an ASQ item refused',
    does: (page) => press(page, 'asq2', 'declined'),
    now: { asq2: 'declined' },
  },
  { says: 'answered no', does: (page) => press(page, 'asq2', 'no'), now: { asq2: 'no' } },
  { says: 'an attempt', does: (page) => press(page, 'asq4', 'yes'), now: { asq4: 'yes' } },
  {
    says: 'high periods',
    does: (page) => press(page, 'highPeriodEver', 'yes'),
    now: { highPeriodEver: 'yes' },
  },
  {
    says: 'not sure of them',
    does: (page) => press(page, 'highPeriodEver', 'unsure'),
    now: { highPeriodEver: 'unsure' },
  },
  {
    says: 'IV ketamine',
    does: (page) => press(page, 'interest', 'ivKetamine'),
    now: { interest: 'ivKetamine' },
  },
  { says: 'either', does: (page) => press(page, 'interest', 'either'), now: { interest: 'either' } },
  {
    says: 'cannot become pregnant',
    does: (page) => press(page, 'canBecomePregnant', 'no'),
    now: { canBecomePregnant: 'no' },
  },
  {
    says: 'not sure of it',
    does: (page) => press(page, 'canBecomePregnant', 'unsure'),
    now: { canBecomePregnant: 'unsure' },
  },
  { says: 'pregnant', does: (page) => press(page, 'pregnant', 'yes'), now: { pregnant: 'yes' } },
  {
    says: 'drugs each week',
    does: (page) => press(page, 'drugUse', 'LA18891-4'),
    now: { drugUse: 'weekly' },
  },
  { says: 'never', does: (page) => press(page, 'drugUse', 'LA6270-8'), now: { drugUse: 'never' } },
  { says: 'a blood pressure', does: (page) => type(page, 'sbp', '124'), now: { sbp: 124 } },
  {
    says: 'somebody helps',
    does: (page) => press(page, 'completedBy', 'other'),
    now: { completedBy: 'other' },
  },
];

test('a public renderer opens the form, and its questions open and close as ours do', async () => {
  const { page, errors } = await rendered(browser, renderer.url, questionnaire);
  let answers: Answers = {};
  for (const { says, does, now } of steps) {
    await does(page);
    answers = { ...answers, ...now };
    await expect
      .poll(async () => [says, await open(page)], { timeout: 10_000 })
      .toEqual([says, ours(answers)]);
  }
  expect(errors).toEqual([]);
  await page.close();
});

test('in it, "Never" to the first question about alcohol closes the other two, and a note opens with its answer', async () => {
  const { page } = await rendered(browser, renderer.url, questionnaire);
  const shown = async (...links: readonly string[]) => {
    const items = await itemsOn(page);
    return links.filter((link) => items.includes(link));
  };
  await expect
    .poll(() => shown('auditc.2', 'auditc.3', 'cardiacSx.note.yes'))
    .toEqual(['auditc.2', 'auditc.3']);
  await press(page, 'auditc.1', 'LA6270-8');
  await press(page, 'cardiacSx', 'yes');
  await expect
    .poll(() => shown('auditc.2', 'auditc.3', 'cardiacSx.note.yes'))
    .toEqual(['cardiacSx.note.yes']);
  await page.close();
});

test.each(['V05', 'V20', 'V21', 'V25'])(
  'the exported answers of %s, loaded into it, open the questions that were asked',
  async (id) => {
    const persona = personas.find((one) => one.id === id);
    if (!persona) throw new Error(`no persona ${id}`);
    const { entry } = bundleOf(frozenOf(persona.answers), currentForm);
    const response = entry.find(
      ({ resource }) => resource.resourceType === 'QuestionnaireResponse',
    )?.resource;
    const { page, errors } = await rendered(
      browser,
      renderer.url,
      questionnaire,
      JSON.parse(JSON.stringify(response)),
    );
    await expect.poll(() => open(page), { timeout: 10_000 }).toEqual(ours(persona.answers));
    expect(errors).toEqual([]);
    await page.close();
  },
);
