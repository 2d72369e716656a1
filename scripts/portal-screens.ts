/** The portal as staff see it, on an invented clinic: for `npm run screenshots`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { exampleClinic } from '../tests/accessibility/patient-tour.ts';
import { addColleague, openBrowser, setUpClinic, showFactor, signIn } from '../tests/journeys/clinic.ts';
import { type House, openHouse } from '../tests/journeys/house.ts';

const widths = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;
const themes = ['light', 'dark'] as const;

/** A picture must not show a color on its way to another. */
const still = { reducedMotion: 'reduce' } as const;

const colleague = {
  name: 'Lee Ortiz, RN',
  signInName: 'lee',
  password: 'quiet harbor lantern moss',
  roles: ['clinician'],
} as const;

const frontDesk = {
  name: 'Dee Park, front desk',
  signInName: 'dee',
  password: 'paper lamp orchard river',
  roles: ['frontDesk'],
} as const;

const operator = {
  name: 'Ola Brandt',
  signInName: 'ola',
  password: 'copper meadow seven kites',
  roles: ['administrator'],
} as const;

/** Photographs what is open, as it stands, at both widths in both themes: the window, the whole, or about one part. */
type Shoot = (page: Page, name: string, how?: 'whole' | Locator) => Promise<void>;

const shootInto = (folder: string): Shoot => {
  let taken = 0;
  return async (page, name, how) => {
    taken += 1;
    const file = `${String(taken).padStart(2, '0')}-${name}.png`;
    await page.evaluate(() => document.fonts.ready);
    for (const size of widths) {
      await page.setViewportSize(size);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        if (how !== undefined && how !== 'whole') await how.evaluate((part) => part.scrollIntoView());
        const to = join(folder, `clinic-${theme}-${size.width}`);
        mkdirSync(to, { recursive: true });
        await page.screenshot({ path: join(to, file), fullPage: how === 'whole' });
      }
    }
    await page.setViewportSize(widths[0]);
    await page.emulateMedia({ colorScheme: 'light' });
  };
};

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Opens an address of the portal and waits until nothing on it says that it is loading. */
async function visit(page: Page, house: House, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${house.url}/clinic${path}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** Before anybody has written: what the first day looks like. */
async function seeTheFirstDay(page: Page, house: House, shoot: Shoot): Promise<void> {
  await shoot(page, 'queue-nobody-yet');
  await visit(page, house, '/figures?weeks=12', 'Figures');
  await shoot(page, 'figures-nothing-yet', 'whole');
  await visit(page, house, '/notices', 'Notices');
  await shoot(page, 'notices-nothing-yet', 'whole');
}

const views = ['safety', 'new', 'mine', 'waiting', 'ready', 'closed'] as const;

async function seeTheQueue(page: Page, house: House, shoot: Shoot): Promise<void> {
  for (const view of views) {
    await visit(page, house, `?view=${view}`, /./);
    await shoot(page, `queue-${view}`);
  }
  await visit(page, house, '?view=new', 'New');
  for (const [typed, name] of [
    ['an', 'search-found'],
    ['Nobody Ofthatname', 'search-nobody'],
  ] as const) {
    await page.getByLabel('Name, phone, birth date or reference').fill(typed);
    await press(page, 'Search');
    await page.getByText(/found/).first().waitFor();
    await shoot(page, name);
  }
  await press(page, 'Clear');
  await press(page, /^Keys/);
  await shoot(page, 'keys');
}

/** Opens the row of a view, the first unless said otherwise. */
async function openRow(page: Page, house: House, view: string, row = 0): Promise<string> {
  await visit(page, house, `?view=${view}`, /./);
  await page.locator('.rows a').nth(row).click();
  await page.locator('.case h1').waitFor();
  await page.locator('.case-actions .key, .case-actions .button').nth(2).waitFor();
  await page.getByRole('region', { name: 'Timeline' }).locator('li').first().waitFor();
  return new URL(page.url()).pathname;
}

async function seeTheCase(page: Page, house: House, shoot: Shoot): Promise<void> {
  await openRow(page, house, 'safety');
  await shoot(page, 'summary-urgent');
  await press(page, 'Close safety item');
  await shoot(page, 'safety-closing');
  await page.keyboard.press('Escape');
  await press(page, /^Log call/);
  await shoot(page, 'log-call');

  await visit(page, house, '?view=safety', 'Safety now');
  await page.locator('.rows .alert').first().click();
  await page.getByRole('heading', { level: 2, name: 'Where and how' }).waitFor();
  await page.getByRole('region', { name: 'Timeline' }).locator('li').first().waitFor();
  await shoot(page, 'alert');

  await openRow(page, house, 'new');
  await shoot(page, 'summary');
  await page.locator('.line > summary').nth(1).click();
  await page.locator('.line[open] .flag > summary').first().click();
  await shoot(page, 'summary-flag-open');
  await page.locator('.case').evaluate((part) => {
    for (const one of part.querySelectorAll<HTMLDetailsElement>('.six-lines details, .more')) one.open = true;
  });
  await shoot(page, 'summary-all-open', 'whole');
  for (const line of ['TRIED', 'MEDS']) {
    const heading = page.getByRole('heading', { level: 3, name: line });
    await shoot(page, `summary-${line.toLowerCase()}-open`, heading);
  }
  for (const [title, name] of [
    ['Scores', 'scores'],
    ['Questions to the patient', 'questions'],
    ['Verified answers', 'verified'],
    ['Timeline', 'timeline'],
  ] as const) {
    await shoot(page, `summary-${name}`, page.getByRole('heading', { level: 2, name: title }));
  }
}

/** Somebody who came before, said to be the same person; and somebody who was asked and has answered. */
async function seeTheWholeStory(page: Page, house: House, shoot: Shoot): Promise<void> {
  await visit(page, house, '?view=closed', 'Closed');
  await page
    .locator('.rows a', { hasText: /Came before$|Came before[^?]/ })
    .first()
    .click();
  await page.locator('.case h1').waitFor();
  await page.locator('.trend').first().waitFor();
  await shoot(page, 'summary-came-before');
  await shoot(page, 'scores-over-time', page.getByRole('heading', { level: 2, name: 'Scores' }));
  for (const row of await page.locator('.rows a').all()) {
    await row.click();
    await page.locator('.case h1').waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    const answered = page.locator('.asked-question').first();
    if (!(await answered.isVisible())) continue;
    await shoot(page, 'question-answered', page.locator('#questions-title'));
    return;
  }
}

async function seeTheWork(page: Page, other: Page, house: House, shoot: Shoot): Promise<void> {
  const path = await openRow(page, house, 'new', 1);
  await press(page, /^Assign/);
  await shoot(page, 'assign');
  await page.keyboard.press('Escape');
  await press(page, /^Decide/);
  await page.getByRole('radio', { name: 'Book evaluation' }).check();
  await shoot(page, 'decision');
  await press(page, 'Record decision');
  await shoot(page, 'decision-without-reason');
  await page.getByRole('radio', { name: 'The history needs to be verified' }).check();
  await other.goto(`${house.url}${path}?view=new`);
  await press(other, /^Note/);
  await other
    .getByRole('textbox', { name: /For colleagues/ })
    .fill('Her sister answered. Calls back at five.');
  await press(other, 'Save note');
  await press(other, /^Assign/);
  await press(other, 'Take it myself');
  await page.getByText('Took it').waitFor();
  await press(page, 'Record decision');
  await page.locator('.conflict').waitFor();
  await shoot(page, 'conflict');
  await press(page, 'Save yours as well');
  await page.getByText('Yours is not saved.').waitFor();
  await shoot(page, 'conflict-held');
  await press(page, /^Assign/);
  await press(page, /^Take over/);
  await page.locator('.work-panel').waitFor({ state: 'detached' });
  await press(page, 'Save yours as well');
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
  await shoot(page, 'decision-undo');

  await openRow(page, house, 'new', 1);
  await page.getByText('Confirm or correct an answer').click();
  await page.getByLabel('Answer', { exact: true }).selectOption('sbp');
  await page.getByLabel('Top number').fill('186');
  await page.getByLabel('Bottom number').fill('112');
  await shoot(page, 'correction', page.getByRole('heading', { level: 2, name: 'Verified answers' }));
  await press(page, 'Save the correction');
  await page.locator('.as-said').first().waitFor();
  await shoot(page, 'summary-corrected', page.locator('.six-lines'));
  await shoot(page, 'verified-list', page.getByRole('heading', { level: 2, name: 'Verified answers' }));
  await page.getByText('Ask the patient for more').click();
  await page.getByLabel('Your question to the patient').fill('Who measured your blood pressure, and when?');
  await press(page, 'Ask the patient');
  await press(page, 'Make a link');
  await page.locator('.made-url').waitFor();
  await shoot(page, 'link-made', page.getByRole('heading', { level: 2, name: 'Questions to the patient' }));

  await openRow(page, house, 'new');
  await press(page, /^Note/);
  await page.getByRole('textbox', { name: /For colleagues/ }).fill('Asks whether her sister may come along.');
  const kept = page.waitForResponse((response) => response.url().endsWith('/unsent'));
  await kept;
  await page.reload();
  await page.getByText('You were writing something here').waitFor();
  await shoot(page, 'unsent-note');
}

async function seeWhatLeaves(page: Page, house: House, shoot: Shoot): Promise<void> {
  const path = await openRow(page, house, 'ready');
  await page.getByText('Export', { exact: true }).click();
  await shoot(page, 'export-menu');
  await visit(page, house, path.replace('/clinic', '').concat('/prior-authorization/proposed'), /./);
  await shoot(page, 'prior-authorization', 'whole');
  await visit(page, house, path.replace('/clinic', '').concat('/rems'), /./);
  await shoot(page, 'rems', 'whole');
  await visit(page, house, '/lists', 'Export a list');
  await shoot(page, 'list', 'whole');
}

const pages = [
  ['/figures?weeks=12', 'Figures'],
  ['/figures?weeks=52', 'Figures'],
  ['/account', /./],
  ['/users', 'Users'],
  ['/audit', 'Audit'],
  ['/notices', 'Notices'],
  ['/settings', /./],
  ['/retention', /./],
] as const;

async function seeTheOffice(page: Page, house: House, shoot: Shoot): Promise<void> {
  for (const [path, heading] of pages) {
    await visit(page, house, path, heading);
    const isAudit = path === '/audit';
    if (isAudit) await press(page, 'Verify the audit');
    if (isAudit) await page.getByText('The audit is whole').waitFor();
    await shoot(page, path.slice(1).replace('?weeks=', '-'), isAudit ? undefined : 'whole');
  }
  await visit(page, house, '/users', 'Users');
  await press(page, /Invite|Add/);
  await shoot(page, 'invite');
}

async function seeTheDoor(browser: Browser, house: House, shoot: Shoot): Promise<void> {
  const { page } = await openBrowser(browser, still);
  await page.goto(`${house.url}/clinic`);
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await shoot(page, 'sign-in');
  await page.getByLabel('User name or e-mail').fill('lee');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await press(page, 'Sign in');
  await page.getByRole('alert').first().waitFor();
  await shoot(page, 'sign-in-refused');
  await page.getByLabel('Password', { exact: true }).fill(colleague.password);
  await press(page, 'Sign in');
  await page.getByRole('heading', { level: 1, name: 'Your second step' }).waitFor();
  await shoot(page, 'second-step');
  await showFactor(page, colleague.signInName);
  await openRow(page, house, 'new');
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  await page.request.post(`${house.url}/api/auth/sign-out`, { headers });
  await press(page, /^Assign/);
  await page.getByText('Your session has ended.').waitFor();
  await shoot(page, 'session-ended');
  await page.context().close();
}

async function seeTheFrontDesk(browser: Browser, house: House, shoot: Shoot): Promise<void> {
  const { page } = await openBrowser(browser, still);
  await page.goto(`${house.url}/clinic`);
  await signIn(page, frontDesk);
  await page.locator('.rows a').first().waitFor();
  await shoot(page, 'front-desk-queue');
  await page.locator('.rows a').first().click();
  await page.locator('.case h1').waitFor();
  await shoot(page, 'front-desk-contact');
  await page.context().close();
}

async function seeTheAdministrator(browser: Browser, house: House, shoot: Shoot): Promise<void> {
  const { page } = await openBrowser(browser, still);
  await page.goto(`${house.url}/clinic`);
  await signIn(page, operator);
  await shoot(page, 'administrator');
  await page.context().close();
}

/** The clinic of the example, with its two locations; its notices go to a door that nobody opens, and are tried again. */
export function inventedClinic(): object {
  process.env.WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const example = exampleClinic() as { readonly safety: object };
  const safety = { ...example.safety, webhookUrl: 'http://localhost:9/notices' };
  return { ...example, demonstration: true, safety };
}

/** @param folder where the pictures go, a folder within for each theme and width */
export async function photographPortal(browser: Browser, folder: string): Promise<void> {
  const house = await openHouse(inventedClinic());
  try {
    const shoot = shootInto(folder);
    const { page } = await openBrowser(browser, still);
    await setUpClinic(page, house);
    await seeTheFirstDay(page, house, shoot);
    fillWithInventedPeople(house);
    for (const one of [colleague, frontDesk, operator]) await addColleague(house, one);
    const { page: other } = await openBrowser(browser, still);
    await other.goto(`${house.url}/clinic`);
    await signIn(other, colleague);
    await seeTheQueue(page, house, shoot);
    await seeTheCase(page, house, shoot);
    await seeTheWholeStory(page, house, shoot);
    await seeTheWork(page, other, house, shoot);
    await seeWhatLeaves(page, house, shoot);
    await seeTheOffice(page, house, shoot);
    await seeTheDoor(browser, house, shoot);
    await seeTheFrontDesk(browser, house, shoot);
    await seeTheAdministrator(browser, house, shoot);
  } finally {
    await house.close();
  }
}

/** @param seed another one, other people */
export function fillWithInventedPeople(house: House, seed = 1): void {
  const clinicFile = join(house.folder, 'clinic.json');
  const env = {
    ...process.env,
    DATA_DIR: join(house.folder, 'data'),
    KEYS_DIR: join(house.folder, 'keys'),
    AUDIT_DIR: join(house.folder, 'audit'),
    ...(existsSync(clinicFile) && { CLINIC_FILE: clinicFile }),
  };
  const filled = spawnSync(
    process.execPath,
    ['src/cli/cli.ts', 'demo', '--submissions', '200', '--seed', String(seed)],
    {
      env,
      encoding: 'utf8',
    },
  );
  if (filled.status !== 0) throw new Error(`The demonstration was not filled: ${filled.stderr}`);
}
