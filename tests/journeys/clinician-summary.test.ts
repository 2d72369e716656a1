import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../src/lib/dates.ts';
import { answerLines } from '../../src/questions/display.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import { type Answers, allQuestions } from '../../src/steps/catalog.ts';
import { relevant } from '../../src/steps/relevant.ts';
import { launchBrowser } from '../chromium.ts';
import { texts } from '../hostile-values.ts';
import { personas } from '../personas.ts';
import { triage } from '../triage.ts';
import { answersOf, openBrowser, raiseAlert, send, setUpClinic } from './clinic.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  ({ page, complaints } = await openBrowser(browser));
  await setUpClinic(page, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const lineIds = ['safety', 'treatable', 'howIll', 'tried', 'medicines', 'next'];

const openCase = async (id: string, name: string) => {
  await page.goto(`${house.url}/clinic/submissions/${id}?view=new`);
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
};

const openAll = (within: Locator) =>
  within.evaluate((part) => {
    for (const details of part.querySelectorAll('details')) details.open = true;
  });

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What stands under "All answers": the question, the words, and which of the four kinds of answer it is. */
const answersShown = () =>
  page.locator('.answers-section .answers > div').evaluateAll((lines) =>
    lines.map((line) => {
      const answer = line.querySelector('.answer');
      const mark = answer?.querySelector('[aria-hidden]')?.textContent ?? '';
      return {
        key: line.getAttribute('data-key'),
        label: line.querySelector('dt')?.textContent,
        text: answer?.textContent?.slice(mark.length).trim(),
        state:
          ['declined', 'unsure', 'blank'].find((state) => answer?.classList.contains(state)) ?? 'answered',
      };
    }),
  );

/** What was asked and sent, in the order of the form; units go with their numbers. */
function answersSent(answers: Answers) {
  const asOf = dayIn(demoSettings.timeZone, new Date());
  const { shown } = relevant(answers, { asOf, locationCount: 0 });
  return allQuestions
    .filter(({ key }) => shown.has(key) && key !== 'bodyUnits')
    .flatMap((question) => answerLines(question, answers[question.key], { locale: 'en', locations: [] }))
    .map(({ key, label, text, state }) => ({ key, label, text, state }));
}

const severityWords: Readonly<Record<string, string>> = {
  urgent: 'urgent',
  contraindication: 'label contraindication',
  review: 'review',
  caution: 'caution',
  info: 'information',
  null: 'does not apply',
};

/** Every finding of the case, by its rule: status and severity for each treatment. */
const flagsShown = async () => {
  const facts = await page.locator('.flag').evaluateAll((flags) =>
    flags.map((flag) => ({
      id: flag.querySelector('code')?.textContent ?? '',
      facts: Object.fromEntries(
        [...flag.querySelectorAll('.facts > div')].map((row) => [
          row.querySelector('dt')?.textContent,
          row.querySelector('dd')?.textContent,
        ]),
      ),
    })),
  );
  return facts.map(({ id, facts: { Status, SPRAVATO, 'IV ketamine': ivKetamine } }) => [
    id,
    Status,
    SPRAVATO,
    ivKetamine,
  ]);
};

describe.each([
  ['V01', 'Ana', 'Rivera'],
  ['V06', 'Wen', 'Zhao'],
  ['V12', 'Lena', 'Okafor'],
  ['V19', 'Jo', 'Lindqvist'],
])('the summary of persona %s', (personaId, firstName, lastName) => {
  const answers = answersOf(personaId, { firstName, lastName, phone: '(615) 555-0142', mayCall: 'yes' });
  const persona = personas.find(({ id }) => id === personaId);

  test('C04 stands in six lines within the first screen, each at most 110 characters', async () => {
    await openCase(await send(house, { answers }), `${firstName} ${lastName}`);
    await expect
      .poll(() => page.locator('.six-lines h3').allInnerTexts())
      .toEqual(['SAFETY', 'TREATABLE?', 'HOW ILL', 'TRIED', 'MEDS', 'NEXT']);
    for (const line of await page.locator('.line > summary').all()) {
      const bottom = () => line.evaluate((one) => one.getBoundingClientRect().bottom);
      await expect.poll(bottom).toBeLessThanOrEqual(720);
      const text = await line.locator('.line-text').innerText();
      expect([...text].length).toBeLessThanOrEqual(110);
      expect(text).not.toBe('');
    }
  });

  test('C05 C06 opens to every finding, and to no other, with its severity for each treatment', async () => {
    await openAll(page.locator('.six-lines'));
    const expected = (persona?.expect.flags ?? []).map(({ id, status, spravato, ivKetamine }) => [
      id,
      status === 'unknown' ? 'Cannot be told from the answers' : 'Present',
      severityWords[String(spravato)],
      severityWords[String(ivKetamine)],
    ]);
    await expect.poll(async () => (await flagsShown()).sort()).toEqual(expected.sort());
    for (const flag of await page.locator('.flag').all()) {
      await flag.getByText('What the patient said').waitFor();
      await expect.poll(() => flag.locator('.answers > div').count()).toBeGreaterThan(0);
      await expect.poll(() => flag.locator('.sources li').allInnerTexts()).not.toEqual([]);
      await expect.poll(() => flag.getByText(/, rules \d{4}-\d\d-\d\d$/).count()).toBe(1);
    }
  });

  test('shows exactly what was sent', async () => {
    await expect.poll(() => answersShown()).toEqual(answersSent(answers));
  });

  test('C19 says no name in the title or the address', async () => {
    await expect.poll(() => page.title()).toMatch(/Case · Clinic portal$/);
    expect(`${await page.title()} ${page.url()}`).not.toMatch(new RegExp(`${firstName}|${lastName}`));
  });
});

/** All ten in the full run. */
const seen = process.env.FULL === '1' ? triage : triage.filter(({ persona }) => persona === 'V05');

test.each(seen)('C04 who is called and why is read without scrolling: $persona', async ({ persona, why }) => {
  const name = { firstName: 'Glance', lastName: persona };
  const id = await send(house, { answers: answersOf(persona, { ...name, phone: '(615) 555-0142' }) });
  await openCase(id, `Glance ${persona}`);
  for (const [line, words] of why) {
    const text = page.locator(`.six-lines > li`).nth(lineIds.indexOf(line)).locator('.line-text');
    await expect.poll(() => text.innerText()).toContain(words);
    await expect
      .poll(() => text.evaluate((part) => part.getBoundingClientRect().bottom))
      .toBeLessThanOrEqual(720);
    await expect.poll(() => text.evaluate((part) => part.scrollWidth <= part.clientWidth)).toBe(true);
  }
});

test.each([
  ['V06', 'Are you having thoughts of killing yourself right now?', 'Yes'],
  [
    'V06',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
    'Nearly every day',
  ],
  ['V12', 'Have you ever been told that you have an aneurysm?', '? I’m not sure'],
  ['V19', 'Has anyone ever told you that you have bipolar disorder?', 'Yes'],
  ['V19', 'What medicines do you take now?', 'lamotrigine quetiapine'],
  ['V01', 'Which antidepressants have you tried?', 'sertraline, 150 mg a day, 10 weeks'],
])('%s was asked "%s" and said "%s"', async (personaId, question, said) => {
  const name = { firstName: 'Kim', lastName: personaId };
  await openCase(
    await send(house, { answers: answersOf(personaId, { ...name, phone: '615 555 0101' }) }),
    `Kim ${personaId}`,
  );
  const line = page.locator('.answers-section .answers > div', { hasText: question });
  await expect.poll(async () => plain(await line.locator('dd').innerText())).toContain(said);
});

describe('C07 not answered, declined, not sure and no', () => {
  const answers = answersOf('V12', {
    firstName: 'Four',
    lastName: 'Kinds',
    phone: '615 555 0101',
    aneurysm: 'unsure',
    avm: 'no',
    asq4: 'declined',
    asq5: 'no',
  });
  const { brainBleed: _, ...withBlank } = answers;
  const dd = (key: string) => page.locator(`.answers-section [data-key="${key}"] dd .answer`);
  const keys = ['brainBleed', 'asq4', 'aneurysm', 'avm'] as const;

  test('are four different words', async () => {
    await openCase(await send(house, { answers: withBlank }), 'Four Kinds');
    const words = () => Promise.all(keys.map(async (key) => plain(await dd(key).innerText())));
    await expect.poll(words).toEqual(['– Not answered', '⊘ Prefer not to answer', '? I’m not sure', 'No']);
  });

  test.each(['light', 'dark'] as const)(
    'look different in the %s theme, and not by colour alone',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const looks = () =>
        Promise.all(
          keys.map((key) =>
            dd(key).evaluate((answer) => {
              const { borderTopStyle, fontStyle, fontWeight, backgroundColor } = getComputedStyle(answer);
              return { shape: [borderTopStyle, fontStyle, fontWeight].join(' '), backgroundColor };
            }),
          ),
        );
      const shapes = async () => new Set((await looks()).map(({ shape }) => shape)).size;
      const colors = async () => new Set((await looks()).map(({ backgroundColor }) => backgroundColor)).size;
      await expect.poll(shapes).toBe(4);
      await expect.poll(colors).toBeGreaterThanOrEqual(3);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  test('make an unknown contraindication look unlike a present one', async () => {
    await openAll(page.locator('.six-lines'));
    const unknown = page.locator('.flag', { has: page.getByText('CV-ANEURYSM', { exact: true }) });
    await expect
      .poll(async () => plain(await unknown.locator('summary').innerText()))
      .toMatch(/^◆ Review \? Not known: Aneurysm of the aorta/);
    await expect.poll(() => unknown.getByText('Cannot be told from the answers').count()).toBe(1);
    const chip = unknown.locator('.chip').first();
    await expect.poll(() => chip.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('dashed');
  });
});

describe('C08 the scores', () => {
  test('stand on their axis with their bands, and in a table beside it', async () => {
    const answers = answersOf('V06', { firstName: 'Scale', lastName: 'One', phone: '615 555 0101' });
    await openCase(await send(house, { answers }), 'Scale One');
    const phq9 = page.getByRole('region', { name: 'PHQ-9' });
    await phq9.getByRole('img', { name: 'PHQ-9: 24 on an axis from 0 to 27, severe' }).waitFor();
    const bands = async () => (await phq9.locator('.band-name').allTextContents()).map(plain);
    await expect
      .poll(bands)
      .toEqual(['0–4minimal', '5–9mild', '10–14moderate', '15–19moderatelysevere', '20–27severe']);
    const cells = phq9.getByRole('table', { name: 'PHQ-9 by date' }).getByRole('cell');
    await expect.poll(async () => (await cells.allInnerTexts()).slice(-3)).toEqual(['24', 'severe', '3']);
    await phq9.getByText('Items of PHQ-9').first().click();
    const ninth = phq9.getByRole('table', { name: 'Items of PHQ-9' }).getByRole('row').nth(9);
    await expect
      .poll(async () => plain(await ninth.innerText()))
      .toMatch(/better off dead .* Nearly every day 3$/);
  });

  test('are a range where items were left blank', async () => {
    const answers = answersOf('V01', {
      firstName: 'Scale',
      lastName: 'Two',
      phone: '615 555 0101',
      phq9: [2, 2, 2, 2, 2, 2, 2, null, 0],
    });
    await openCase(await send(house, { answers }), 'Scale Two');
    const phq9 = page.getByRole('region', { name: 'PHQ-9' });
    await phq9.getByRole('img', { name: 'PHQ-9: 14–17 on an axis from 0 to 27' }).waitFor();
    await phq9.getByText('Items were left blank, so the total is a range').waitFor();
    await phq9.getByText('Items of PHQ-9').first().click();
    const eighth = phq9.getByRole('table', { name: 'Items of PHQ-9' }).getByRole('row').nth(8);
    await expect.poll(async () => plain(await eighth.innerText())).toMatch(/– Not answered –$/);
  });
});

test('what somebody wrote to attack whoever reads it is read as they wrote it, and does nothing', async () => {
  const written = texts
    .map(([, text]) => text)
    .filter((text) => text !== '' && text.length <= 100 && !/[\r\n]/.test(text));
  const [firstName = '', lastName = ''] = written;
  const id = await send(house, {
    answers: answersOf('V01', {
      firstName,
      lastName,
      phone: '615 555 0101',
      allergies: written.join(' | '),
    }),
  });
  await openCase(id, `${firstName} ${lastName}`);
  await openAll(page.locator('main'));
  await expect
    .poll(() => page.locator('.answers-section [data-key="allergies"] .answer').textContent())
    .toContain(written.join(' | '));
  await page.goto(`${house.url}/clinic?view=new`);
  const row = page.locator(`#row-${id}`);
  await expect.poll(() => row.textContent()).toContain(firstName.slice(0, 16));
  // No element of theirs was made: it is all text.
  await expect.poll(() => page.locator('img[src="x"], main script').count()).toBe(0);
});

test('each trial says whether it counts, and why', async () => {
  const answers = answersOf('V01', {
    firstName: 'Trial',
    lastName: 'One',
    phone: '615 555 0101',
    trials: [
      {
        drug: 'sertraline',
        doseMg: 150,
        weeks: 10,
        currentEpisode: 'yes',
        mostDays: 'yes',
        response: 'none',
      },
      {
        drug: 'venlafaxine',
        doseMg: 37.5,
        weeks: 2,
        currentEpisode: 'yes',
        mostDays: 'yes',
        response: 'none',
      },
      { drug: 'bupropion', doseMg: 300, currentEpisode: 'unsure', mostDays: 'yes', response: 'some' },
    ],
  });
  await openCase(await send(house, { answers }), 'Trial One');
  await page.getByRole('heading', { level: 3, name: 'TRIED' }).click();
  const rows = page.getByRole('table', { name: /^Antidepressants/ }).getByRole('row');
  await expect
    .poll(async () => (await rows.allInnerTexts()).map(plain).slice(1))
    .toEqual([
      expect.stringMatching(
        /^sertraline dose 150 mg a day, duration 10 weeks ✓ Counts dose reaches the minimum; /,
      ),
      expect.stringMatching(/^venlafaxine .* ✗ Does not count dose below \d+ mg; fewer than 6 weeks$/),
      expect.stringContaining('? Cannot tell weeks not given; not sure whether in this episode'),
    ]);
});

test('C21 answers in Spanish stand as written beside the finding, and all answers in English', async () => {
  const answers = answersOf('V12', {
    firstName: 'Luz',
    lastName: 'Paz',
    phone: '615 555 0101',
    interpreter: 'yes',
  });
  await openCase(await send(house, { answers, language: 'es' }), 'Luz Paz');
  await page.getByText('Spanish, asks for an interpreter').waitFor();
  await openAll(page.locator('.six-lines'));
  const finding = page.locator('.flag', { has: page.getByText('CV-ANEURYSM', { exact: true }) });
  const said = finding.locator('.answers');
  await expect.poll(() => said.getAttribute('lang')).toBe('es');
  await expect
    .poll(async () => plain(await said.innerText()))
    .toMatch(/aneurisma\? \? No lo sé \(Not sure\)$/);
  await expect
    .poll(async () => plain(await page.locator('.answers-section [data-key="aneurysm"]').innerText()))
    .toBe('Have you ever been told that you have an aneurysm? ? I’m not sure');
});

test('an alert that came before the form, and an answer that was changed, stand in the case', async () => {
  const id = randomUUID();
  await raiseAlert(house, {
    submissionId: id,
    state: 'raised',
    agreedBy: 'consent',
    language: 'en',
    name: 'Early Alert',
    answers: { emergencyNow: 'no', asq1: 'yes', asq5: 'yes' },
  });
  const answers = answersOf('V01', { firstName: 'Early', lastName: 'Alert', phone: '615 555 0101' });
  await send(house, { answers, id, trail: [{ key: 'asq1', at: '2026-11-22T15:00:00Z', from: 'yes' }] });
  await openCase(id, 'Early Alert');
  await page.locator('.case-who').getByText('Safety: call now').waitFor();
  await page.getByRole('heading', { level: 3, name: 'SAFETY' }).click();
  await page.getByText(/: safety alert, call now, raised$/).waitFor();
  const changed = page.getByRole('table', { name: 'Changed answers' }).getByRole('row').nth(1);
  await expect
    .poll(async () => plain(await changed.innerText()))
    .toMatch(/^In the past few weeks, have you wished you were dead\? Yes No Nov 22, 2026/);
});

test('what was acknowledged is read in full after the power failed', async () => {
  const answers = answersOf('V06', { firstName: 'Power', lastName: 'Cut', phone: '615 555 0101' });
  const id = await send(house, { answers });
  await house.kill();
  await house.start();
  await openCase(id, 'Power Cut');
  await expect.poll(() => answersShown()).toEqual(answersSent(answers));
});

test('paper shows everything open, and the screen is as before afterwards', async () => {
  // Two parts of the page are asked for by themselves, and fold something more when they come.
  for (const late of ['Ask the patient for more', 'Confirm or correct an answer'])
    await page.locator('.case summary').filter({ hasText: late }).waitFor();
  const folded = () => page.locator('.case details:not([open])').count();
  const before = await folded();
  expect(before).toBeGreaterThan(5);
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      document.body.dataset.folded = String(document.querySelectorAll('.case details:not([open])').length);
    });
  });
  await page.pdf({ format: 'Letter' });
  await expect.poll(() => page.evaluate(() => document.body.dataset.folded)).toBe('0');
  await expect.poll(folded).toBe(before);
});

test('nothing was complained of on the console, the security policy included', () => {
  expect(complaints).toEqual([]);
});
