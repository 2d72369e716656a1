import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseWork } from '../../src/submission/case-work-wire.ts';
import { launchBrowser } from '../chromium.ts';
import {
  addColleague,
  answersOf,
  axeFindings,
  openBrowser,
  raiseAlert,
  send,
  setUpClinic,
  signIn,
} from './clinic.ts';
import { type House, openHouse } from './house.ts';

/** One case from the alert to what leaves the clinic, while a colleague does something to it before every write. */
let browser: Browser;
let house: House;
let page: Page;
let complaints: readonly string[];
let colleague: Page;
let id: string;

const who = {
  firstName: 'Ana',
  lastName: 'Rivera',
  phone: '(615) 555-0142',
  birthDate: '1984-02-10',
} as const;
const lee = {
  name: 'Lee Ortiz',
  signInName: 'lee',
  password: 'quiet harbor lantern moss',
  roles: ['clinician'],
} as const;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  ({ page, complaints } = await openBrowser(browser));
  await setUpClinic(page, house);
  await addColleague(house, lee);
  colleague = (await openBrowser(browser)).page;
  await colleague.goto(`${house.url}/clinic`);
  await signIn(colleague, lee);
  await colleague.goto('about:blank');
  await colleague.goto(`${house.url}/clinic/account`);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** What the colleague does, on the version that is newest at that moment. */
const leeDoes = async (method: 'PUT' | 'POST', path: string, body: object): Promise<CaseWork> =>
  colleague.evaluate(
    async ({ at, door, how, sent }) => {
      const read = await (await fetch(`${at}/work`)).json();
      const reply = await fetch(`${at}/${door}`, {
        method: how,
        headers: { 'content-type': 'application/json', 'if-match': `"${read.version}"` },
        body: JSON.stringify(sent),
      });
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
      return reply.json();
    },
    { at: `${house.url}/api/staff/submissions/${id}`, door: path, how: method, sent: body },
  );
const leesId = (): Promise<string> =>
  colleague.evaluate(async () => (await (await fetch('/api/auth/session')).json()).userId);
const leeNotes = (text: string) => leeDoes('POST', 'notes', { id: crypto.randomUUID(), text });

const button = (name: string | RegExp) => page.getByRole('button', { name });
const timeline = () => page.getByRole('region', { name: 'Timeline' });
const panel = (name: string) => page.getByRole('form', { name });
const choose = (name: string) => page.locator('.work-panel').getByRole('radio', { name }).check();
const focused = () => page.evaluate(() => document.activeElement?.id);

/** Both versions stand side by side; both are kept. */
const keepBoth = async (mine: string | RegExp, theirs: string | RegExp) => {
  const conflict = page.locator('.conflict');
  await conflict.getByText(mine).waitFor();
  await conflict.getByText(theirs).first().waitFor();
  await conflict.getByRole('button', { name: 'Save yours as well' }).click();
  await conflict.waitFor({ state: 'detached' });
};

test('C01 an alert arrives live in the row of its case, and whoever types is not disturbed', async () => {
  id = await send(house, { answers: answersOf('V08', { ...who, mi: 'unsure', insurer: 'Cigna PPO' }) });
  const row = page.getByRole('link', { name: /R\., Ana/ });
  await page.getByRole('link', { name: /^New/ }).click();
  await row.waitFor();
  await page.getByLabel('Name, phone, birth date or reference').focus();
  await raiseAlert(house, {
    submissionId: id,
    state: 'raised',
    agreedBy: 'asked',
    language: 'en',
    name: 'Ana Rivera',
    phone: who.phone,
    answers: {},
  });
  await row.getByText('Safety: call').waitFor();
  await page.getByText('New in Safety now: 1 waiting.').waitFor({ state: 'attached' });
  await expect.poll(() => focused()).toBe('search');
  await row.click();
  await page.getByRole('heading', { level: 1, name: /Ana Rivera/ }).waitFor();
});

test('C03 two log a call at once and both stand; what a colleague did is seen without a reload, and the focus stays', async () => {
  await button('Log call').click();
  await panel('Log a call').getByRole('textbox', { name: 'Note' }).fill('Rang twice.');
  await leeNotes('Her sister answered the other number.');
  await timeline().getByText('Her sister answered the other number.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('note');
  await choose('No answer');
  await panel('Log a call').getByRole('button', { name: 'Log call' }).click();
  await timeline().getByText('Rang twice.').waitFor();
  await timeline().getByText('Her sister answered the other number.').waitFor();
});

test('C03 C12 a safety item that a colleague took meanwhile is closed with both versions seen', async () => {
  await button('Close safety item').click();
  await choose('Spoke, and safe');
  await choose('The patient');
  await leeDoes('PUT', 'assignee', { userId: await leesId() });
  await timeline().getByText('Took it').waitFor();
  await panel('Close the safety item').getByRole('button', { name: 'Close safety item' }).click();
  await keepBoth('Close the safety item: Spoke, and safe', /Lee Ortiz: Took it/);
  await page.getByText('Safety: done').waitFor();
});

test('C04 the six lines are read, a case that a colleague holds is taken over', async () => {
  await expect.poll(() => page.locator('.six-lines > li').count()).toBe(6);
  await button(/^Assign/).click();
  await leeNotes('I am with the next patient, take her.');
  await page.getByRole('button', { name: 'Take over from Lee Ortiz' }).click();
  await page.locator('.case-facts').getByText('being worked on (Noor Haddad)').waitFor();
});

test('C16 P16 the patient is asked, answers on a phone, and staff see what that changed', async () => {
  await page.getByText('Ask the patient for more').click();
  await page.getByLabel('Your question to the patient').fill('Which heart medicine do you take?');
  await page.getByLabel('Ask a question of the form again').selectOption('mi');
  await leeNotes('Ask about her heart.');
  await page.getByRole('button', { name: 'Ask the patient', exact: true }).click();
  await page.getByText('Asked. The case now waits on the patient.').waitFor();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const url = await page.locator('.made-url').innerText();

  const phone = await openBrowser(browser, { viewport: { width: 390, height: 844 } });
  await phone.page.goto(url);
  await phone.page.getByRole('heading', { level: 1, name: /You have a message from/ }).waitFor();
  await expect.poll(() => phone.page.url()).not.toContain('#');
  for (const [part, value] of [
    ['Month', '2'],
    ['Day', '10'],
    ['Year', '1984'],
  ] as const)
    await phone.page.getByLabel(part).fill(value);
  await phone.page.getByRole('button', { name: 'Show the message' }).click();
  await phone.page.getByLabel('Which heart medicine do you take?').fill('Metoprolol.');
  await phone.page.getByRole('button', { name: 'Continue' }).click();
  await phone.page
    .getByRole('group', { name: /heart attack/i })
    .getByText('Yes', { exact: true })
    .click();
  await phone.page.getByText(/In the past 6 weeks/).click();
  await expect.poll(() => axeFindings(phone.page)).toEqual([]);
  await phone.page.getByRole('button', { name: 'Send my answers' }).click();
  await phone.page
    .getByRole('heading', { level: 1, name: 'Thank you. The clinic has your answers.' })
    .waitFor();
  await expect.poll(() => phone.page.title()).not.toMatch(/heart|clinic/i);
  expect(phone.complaints).toEqual([]);
  await phone.page.context().close();

  await page.getByText('The patient has replied.').waitFor();
  const asked = page.locator('.asked-question');
  await expect.poll(() => asked.innerText()).toContain('Metoprolol.');
  await expect
    .poll(() => asked.getByRole('row', { name: /Have you ever had a heart attack/ }).innerText())
    .toMatch(/not sure\s+Yes/);
  await expect.poll(() => asked.innerText()).toContain('Findings that appeared');
  await page.getByRole('button', { name: 'Show the new answers' }).click();
  await page.locator('[data-key="miWhen"]').first().waitFor({ state: 'attached' });
});

test('C12 a pressure is corrected on the phone while a colleague verifies another answer; the line says what was said', async () => {
  await page.getByText('Confirm or correct an answer').click();
  await page.getByLabel('Answer', { exact: true }).selectOption('sbp');
  await page.getByLabel('Top number').fill('128');
  await page.getByLabel('Bottom number').fill('82');
  await colleague.evaluate(
    async (url) =>
      fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-none-match': '*' },
        body: JSON.stringify({ kind: 'confirmed' }),
      }),
    `${house.url}/api/staff/submissions/${id}/verified/avm`,
  );
  await page.getByText('A colleague has verified answers since you opened this case.').waitFor();
  await expect.poll(() => page.getByLabel('Top number').inputValue()).toBe('128');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await keepBoth(/corrected to “128 mmHg”, “82 mmHg”/, /Confirmed by Lee Ortiz/);
  const line = page.locator('.line').nth(1);
  await line.getByText(/BP 128\/82/).waitFor();
  await expect.poll(() => line.innerText()).toMatch(/Corrected by Noor Haddad on .+ · as said: /);
  await expect.poll(() => axeFindings(page)).toEqual([]);
});

test('C11 C12 a decision made on an older case is refused with both versions, recorded, undone and recorded again', async () => {
  await page.keyboard.press('e');
  await choose('Book consultation');
  await choose('The patient asked for it');
  await panel('Decide').getByRole('textbox', { name: 'Note' }).fill('Evenings only.');
  await leeDoes('PUT', 'flags/CV-MI-RECENT', { acknowledged: true });
  await timeline().getByText('Flag CV-MI-RECENT seen').waitFor();
  await leeDoes('PUT', 'assignee', { userId: await leesId() });
  await button('Record decision').click();
  const conflict = page.locator('.conflict');
  await conflict.getByText('Evenings only.').waitFor();
  await conflict.getByRole('button', { name: 'Save yours as well' }).click();
  await conflict.getByText('Yours is not saved. A colleague works on this case.').waitFor();
  await button(/^Assign/).click();
  await page.getByRole('button', { name: 'Take over from Lee Ortiz' }).click();
  await page.locator('.case-facts').getByText('being worked on (Noor Haddad)').waitFor();
  await keepBoth('Book consultation: The patient asked for it', /Lee Ortiz: Flag CV-MI-RECENT seen/);
  await button(/^Undo/).click();
  await timeline()
    .getByText(/Undone: Book consultation/)
    .waitFor();
  await button(/^Decide/).click();
  await choose('Book evaluation');
  await choose('The history needs to be verified');
  await button('Record decision').click();
  await timeline()
    .getByText(/Decided: Book evaluation/)
    .waitFor();
});

/** A file that a press saves. */
const saved = async (press: () => Promise<unknown>): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await file.path());
};

test('C13 C15 the case leaves as PDF, text, calendar and list, with what was corrected', async () => {
  const take = (name: string) =>
    saved(async () => {
      await page.getByText('Export', { exact: true }).click();
      await page.getByRole('link', { name }).click();
    });
  expect((await take('PDF, everything')).subarray(0, 5).toString()).toBe('%PDF-');
  const text = (await take('Plain text')).toString();
  expect(text).toContain('PATIENT-REPORTED; VERIFIED WHERE IT SAYS SO');
  expect(text).toMatch(/BP 128\/82/);
  expect(text).toContain('as said:');
  await page.getByText('Export', { exact: true }).click();
  await page.getByText('Calendar file', { exact: true }).click();
  await page.getByLabel(/^Day and time/).fill('2030-01-08T10:00');
  const calendar = await saved(() => page.getByRole('button', { name: 'Save calendar file' }).click());
  expect(calendar.toString()).toContain('DTSTART');
});

test('C15 a prior authorization is filled in, its payer stays chosen, and what it lacks is handed to the patient', async () => {
  await page.goto(`${house.url}/clinic/submissions/${id}?view=new`);
  await page.getByText('Export', { exact: true }).click();
  await page.getByRole('link', { name: 'Prior authorization' }).click();
  await page.getByRole('heading', { level: 1, name: 'Prior authorization: Cigna' }).waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await page.getByLabel('NPI').fill('123');
  await page.getByRole('button', { name: 'Save these fields' }).click();
  await page.getByRole('link', { name: /NPI: not ten digits/ }).waitFor();
  await page.getByLabel('NPI').fill('1234567893');
  await page.getByLabel('Specialty').selectOption('psychiatry');
  await colleague.evaluate(
    async (url) =>
      fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-none-match': '*' },
        body: JSON.stringify({ prescriberPhone: '(615) 555-0177' }),
      }),
    `${house.url}/api/staff/submissions/${id}/staff-fields`,
  );
  await page.getByRole('button', { name: 'Save these fields' }).click();
  await page.getByText('Somebody else saved these fields in the meantime').waitFor();
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByText('Staff: the prescriber is a psychiatrist.').waitFor();
  await page.getByLabel('Payer', { exact: true }).selectOption('general');
  await page.getByRole('heading', { level: 1, name: /General/ }).waitFor();
  const needed = page.locator('.sheet-list').first().locator('li');
  await needed.first().waitFor();
  const missing = await needed.count();
  await page.getByRole('button', { name: 'Ask the patient for these' }).click();
  const chosen = page.getByRole('list', { name: 'Asked again' });
  await chosen.waitFor();
  await expect.poll(() => chosen.getByRole('listitem').count()).toBe(missing);
  await expect.poll(focused).toBe('questions-title');
  await page.getByText('Export', { exact: true }).click();
  await page.getByRole('link', { name: 'Prior authorization' }).click();
  await page.getByRole('heading', { level: 1, name: /General/ }).waitFor();
});

/** Every row of the viewer, from the newest to the first. */
const allOfTheAudit = async (): Promise<string> => {
  const rows = page.locator('.wide-table tbody tr');
  const first = () => rows.first().locator('th').innerText();
  const told: string[] = [];
  for (;;) {
    const newest = await first();
    told.push(...(await rows.allInnerTexts()));
    if (!(await button('Older').isVisible())) return told.join('\n');
    await button('Older').click();
    await expect.poll(first).not.toBe(newest);
  }
};

test('C15 a list leaves with a reason, and every step stands in the audit', async () => {
  await page.goto(`${house.url}/clinic/lists`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByText('Choose the first day and the last day and the reason.').waitFor();
  await page.getByLabel('Received from').fill('2020-01-01');
  await page.getByLabel('to (included)').fill('2099-12-31');
  await page.getByLabel('Reason').selectOption('operations');
  const list = await saved(() => page.getByRole('button', { name: 'Export', exact: true }).click());
  expect(list.toString()).toContain('"Ana","Rivera"');
  await expect.poll(() => axeFindings(page)).toEqual([]);

  await page.goto(`${house.url}/clinic/audit`);
  await page.getByRole('button', { name: 'Verify the audit' }).click();
  await page.getByText('The audit is whole').waitFor();
  await expect.poll(() => axeFindings(page)).toEqual([]);
  const acts = [
    'Safety alert raised',
    'Call logged',
    'Note written',
    'Safety item closed',
    'Case given to somebody',
    'Case read',
    'Patient asked for more',
    'Link for the patient made',
    'Patient replied',
    'Answer confirmed or corrected',
    'Finding marked as seen, or not',
    'Decision recorded',
    'Decision undone',
    'Case exported',
    'Fields of a sheet saved',
    'List exported',
  ];
  const told = await allOfTheAudit();
  expect(acts.filter((act) => !told.includes(act))).toEqual([]);
});

test('C08 once a clinician has said that it is the same person, the scores stand on one axis', async () => {
  await page.goto(`${house.url}/clinic?view=new`);
  await send(house, { answers: answersOf('V08', { ...who, phq9: [3, 3, 3, 2, 2, 2, 2, 3, 1] }) });
  const row = page.getByRole('link', { name: /R\., Ana.*PHQ-9 21/ });
  await row.getByText('Came before?').waitFor();
  await row.click();
  await page.getByText('May be the same person as').waitFor();
  await page.getByRole('button', { name: 'Same person' }).click();
  const chart = page.getByRole('img', { name: /^PHQ-9 over time/ });
  await chart.waitFor();
  for (const mark of ['severe 20–27', 'minimal 0–4', 'baseline', 'item 9 = 1'])
    await expect.poll(() => chart.textContent()).toContain(mark);
  await expect.poll(() => chart.locator('.trend-line').count()).toBe(1);
  const table = page.getByRole('table', { name: 'PHQ-9 by date' });
  await expect.poll(() => table.locator('tbody tr').count()).toBe(2);
  await expect.poll(() => axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
