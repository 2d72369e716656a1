import type { Locator, Page } from 'playwright-core';
import type { Locale } from '../../src/lib/locale.ts';
import type { interruptionIds } from '../../src/machines/places.ts';
import { words } from '../../src/patient/words/words.ts';
import { displayWords } from '../../src/questions/display-words.ts';
import type { Question } from '../../src/questions/question.ts';
import type { Medication, TreatmentHad, Trial } from '../../src/questions/values.ts';
import { isDrugKey } from '../../src/screening/medicines/names.ts';
import { nameOf } from '../../src/screening/medicines/picker.ts';
import { type Answers, allPages, type PageId } from '../../src/steps/catalog.ts';
import { listWords } from '../../src/ui/lists/words.ts';
import { uiWords } from '../../src/ui/words/words.ts';

/**
 * Fills in any page of the form as a person would: it finds out by the h1 where it is, and every control by role and
 * accessible name. What a persona has not answered it leaves blank.
 */
export interface Robot {
  readonly page: Page;
  readonly locale: Locale;
  readonly answers: Answers;
  /** The clinic's locations, by id. */
  readonly locations?: Readonly<Record<string, string>>;
}

export type Seen = PageId | (typeof interruptionIds)[number] | 'aside' | 'unknown';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Spaces are told apart by nobody who listens. */
const exactly = (text: string) => new RegExp(`^${escaped(text).replace(/\s+/g, '\\s+')}$`);
const beginning = (text: string) => new RegExp(`^${escaped(text).replace(/\s+/g, '\\s+')}`);

export const heading = async ({ page }: Pick<Robot, 'page'>): Promise<string> =>
  (await page.locator('main h1').first().innerText()).replace(/\s+/g, ' ').trim();

const pageHeading = (one: (typeof allPages)[number], locale: Locale): string | undefined =>
  one.words[locale].title ?? one.questions[0]?.words[locale].label;

/** Which page of the form is seen. Support pages have one h1, and so have the checks of numbers: they are told together. */
export async function whereIs(robot: Robot): Promise<Seen> {
  const { locale } = robot;
  const h1 = await heading(robot);
  const fits = allPages
    .map((one) => ({ id: one.id, title: pageHeading(one, locale) ?? '' }))
    .filter(({ title }) => title && beginning(title).test(h1))
    .sort((one, other) => other.title.length - one.title.length);
  if (fits[0]) return fits[0].id;
  const w = words[locale];
  if (h1 === w.support.h1) return 'dangerSupport';
  if (h1 === w.numbers.h1) return 'pressureCheck';
  if (h1 === w.dates.h1) return 'dateCheck';
  return h1 === w.keep.h1 || h1 === w.privacy.h1 ? 'aside' : 'unknown';
}

const group = (inside: Page | Locator, name: string): Locator =>
  inside.getByRole('group', { name: beginning(name) }).first();

/** The tile is what a finger meets, so its middle is pressed, whichever of label and circle lies on top there. */
async function press(control: Locator): Promise<void> {
  await control.first().waitFor({ state: 'attached' });
  const id = await control.first().getAttribute('id');
  await control.page().locator(`label[for="${id}"]`).click({ force: true });
}

const choose = (inside: Locator, option: string) =>
  press(inside.getByRole('radio', { name: beginning(option) }));

const tick = (inside: Locator, option: string) =>
  press(inside.getByRole('checkbox', { name: exactly(option) }));

const type = (inside: Page | Locator, label: string, text: string) =>
  inside
    .getByRole('textbox', { name: beginning(label) })
    .first()
    .fill(text);

const drugName = (drug: string) => (isDrugKey(drug) ? nameOf(drug) : drug);
/** On its card a name begins with a capital, however it was typed. */
const inAnyCase = (text: string) => new RegExp(exactly(text), 'i');

/** Adds one medicine to a list and gives back the fields that open for it. */
async function addDrug(list: Locator, label: string, another: string, drug: string): Promise<Locator> {
  const name = drugName(drug);
  const input = list.getByRole('combobox', { name: new RegExp(`^(${escaped(label)}|${escaped(another)})`) });
  await input.fill(name);
  await input.press('Enter');
  return list.getByRole('group', { name: inAnyCase(name) });
}

async function fillTrials({ locale }: Robot, list: Locator, trials: readonly Trial[]): Promise<void> {
  const w = listWords[locale];
  if (trials.length === 0) return tick(list, w.trial.none);
  for (const trial of trials) {
    const card = await addDrug(list, w.trial.label, w.trial.another, trial.drug);
    if (trial.doseMg !== undefined) await type(card, w.trial.doseMg, String(trial.doseMg));
    if (trial.weeks !== undefined) await type(card, w.trial.weeks, String(trial.weeks));
    if (trial.mostDays)
      await choose(group(card, w.trial.mostDays), displayWords[locale].yesNo[trial.mostDays]);
    if (trial.currentEpisode)
      await choose(group(card, w.trial.currentEpisode), displayWords[locale].yesNo[trial.currentEpisode]);
    if (trial.response) await choose(group(card, w.trial.response), w.responses[trial.response].text);
    if (trial.stoppedBecause) await type(card, w.trial.stoppedBecause, trial.stoppedBecause);
    await card
      .getByRole('button', { name: inAnyCase(w.done.replace('{name}', drugName(trial.drug))) })
      .click();
  }
}

async function fillMedications(
  { locale }: Robot,
  list: Locator,
  taken: readonly Medication[],
): Promise<void> {
  const w = listWords[locale];
  if (taken.length === 0) return tick(list, w.medication.none);
  for (const one of taken) {
    const medicine = typeof one === 'string' ? { name: one } : one;
    const card = await addDrug(list, w.medication.label, w.medication.another, medicine.name);
    if (medicine.dose) await type(card, w.medication.dose, medicine.dose);
    if (medicine.howOften) await type(card, w.medication.howOften, medicine.howOften);
    await card
      .getByRole('button', { name: inAnyCase(w.done.replace('{name}', drugName(medicine.name))) })
      .click();
  }
}

async function fillTreatment({ locale, page }: Robot, label: string, given: TreatmentHad): Promise<void> {
  const w = listWords[locale];
  await choose(group(page, label), displayWords[locale].yesNo[given.had]);
  if (given.had !== 'yes') return;
  const more = page.getByRole('group', { name: exactly(label) }).last();
  if (given.when) await type(more, w.treatment.when, given.when);
  if (given.sessions !== undefined) await type(more, w.treatment.sessions, String(given.sessions));
  if (given.response) await choose(group(more, w.treatment.response), w.responses[given.response].text);
}

async function fillItems(
  { page, locale }: Robot,
  question: Extract<Question, { kind: 'items' }>,
  items: readonly number[],
  given: readonly (number | null)[],
): Promise<void> {
  for (const item of items) {
    const value = given[item];
    if (value === null || value === undefined) continue;
    const label = question.words[locale].items[item];
    const options = group(page, label ?? '').getByRole('radio');
    await press(options.nth(question.values.indexOf(value)));
    if (item === 0 && question.firstEnds === value) return;
  }
}

async function fillQuestion(robot: Robot, question: Question, items: readonly number[] | undefined) {
  const { page, locale, answers } = robot;
  const value: unknown = Reflect.get(answers, question.key);
  if (value === undefined) return;
  const { label } = question.words[locale];
  switch (question.kind) {
    case 'yesNo':
      return choose(group(page, label), displayWords[locale].yesNo[value as 'yes']);
    case 'choice':
      return choose(group(page, label), question.words[locale].options[String(value)] ?? '');
    case 'choices': {
      const box = group(page, label);
      const chosen = value as readonly string[];
      if (chosen.length === 0) return tick(box, uiWords[locale].none);
      for (const one of chosen) await tick(box, question.words[locale].options[one] ?? '');
      return;
    }
    case 'location':
      return choose(group(page, label), robot.locations?.[String(value)] ?? String(value));
    case 'rating':
      return press(
        group(page, label)
          .getByRole('radio')
          .nth(question.values.indexOf(Number(value))),
      );
    case 'items':
      return fillItems(
        robot,
        question,
        items ?? Array.from({ length: question.count }, (_, index) => index),
        value as readonly (number | null)[],
      );
    case 'number':
      if (question.control === 'height') {
        const { units } = uiWords[locale];
        const inches = Number(value);
        await type(group(page, label), units.feet, String(Math.floor(inches / 12)));
        return type(group(page, label), units.inches, String(inches % 12));
      }
      if (question.control === 'weight')
        return type(group(page, label), uiWords[locale].units.pounds, String(value));
      return type(page, label, String(value));
    case 'text':
      return type(page, label, String(value));
    case 'birthDate': {
      const { date } = uiWords[locale];
      const [year = '', month = '', day = ''] = String(value).split('-');
      const box = group(page, label);
      await type(box, date.month, month);
      await type(box, date.day, day);
      return type(box, date.year, year);
    }
    case 'trials':
      return fillTrials(robot, group(page, label), value as readonly Trial[]);
    case 'medications':
      return fillMedications(robot, group(page, label), value as readonly Medication[]);
    case 'treatment':
      return fillTreatment(robot, label, value as TreatmentHad);
    case 'augmentations':
    case 'consents':
      return;
  }
}

/** Fills in the page that is seen; a question that another one calls up is met right after it. */
export async function fillPage(robot: Robot, place: Seen): Promise<void> {
  const found = allPages.find(({ id }) => id === place);
  for (const question of found?.questions ?? []) {
    if (await isAsked(robot, question)) await fillQuestion(robot, question, found?.items);
  }
}

/** Whether a control of the question stands on the page. */
async function isAsked({ page, answers }: Robot, question: Question): Promise<boolean> {
  if (Reflect.get(answers, question.key) === undefined) return false;
  if (question.kind === 'items' || question.kind === 'number') return true;
  const control = page.locator(`[name="${question.key}"], [name^="${question.key}."]`);
  return control
    .first()
    .waitFor({ state: 'attached', timeout: 5_000 })
    .then(
      () => true,
      () => false,
    );
}

/** Presses the page's one button and waits until the next page is there. */
export async function pressContinue(robot: Robot, name?: string): Promise<void> {
  const { page, locale } = robot;
  const before = await heading(robot);
  const state = await page.evaluate(() => JSON.stringify(history.state));
  await page.getByRole('button', { name: name ?? words[locale].continue, exact: true }).click();
  await page.waitForFunction(
    ([h1, entry]) =>
      document.querySelector('main h1')?.textContent?.replace(/\s+/g, ' ').trim() !== h1 ||
      JSON.stringify(history.state) !== entry,
    [before, state] as const,
  );
}

/** The button that leads on from a page. */
export const onwards = (seen: Seen, locale: Locale): string => {
  const w = words[locale];
  if (seen === 'dangerSupport') return w.support.goOn;
  if (seen === 'pressureCheck') return w.numbers.keep;
  if (seen === 'dateCheck') return w.dates.keep;
  return w.continue;
};

/**
 * Goes on, page by page, until a place is reached; asides and support pages are passed on the way.
 *
 * @param onPage looks at a page after it was filled in, before Continue
 */
export async function goOnUntil(
  robot: Robot,
  until: (seen: Seen, h1: string) => boolean,
  onPage: (seen: Seen, h1: string) => Promise<void> = async () => {},
): Promise<readonly Seen[]> {
  const path: Seen[] = [];
  for (let turns = 0; turns < 90; turns += 1) {
    const seen = await whereIs(robot);
    const h1 = await heading(robot);
    if (until(seen, h1)) return path;
    if (seen === 'unknown') throw new Error(`The robot does not know the page "${h1}"`);
    path.push(seen);
    await fillPage(robot, seen);
    await onPage(seen, h1);
    await pressContinue(robot, onwards(seen, robot.locale));
  }
  throw new Error(`The robot walks in circles: ${path.join(' ')}`);
}

/** From the start page to the first question. */
export async function begin(robot: Robot, device: 'own' | 'shared' = 'own'): Promise<void> {
  const { page, locale } = robot;
  const { start } = words[locale];
  await choose(group(page, start.device), start.deviceOptions[device]);
  await page.getByRole('button', { name: start.begin }).click();
  await page.getByRole('button', { name: words[locale].continue, exact: true }).waitFor();
}

/** Signs with a name and sends; gives back the reference number once the receipt is there. */
export async function signAndSend(robot: Robot, name: string): Promise<string> {
  const { page, locale } = robot;
  const { sign, done } = words[locale];
  await page.getByRole('textbox', { name: beginning(sign.name) }).fill(name);
  await page.getByRole('button', { name: sign.send }).click();
  await page.getByRole('heading', { level: 1, name: done.h1 }).waitFor();
  return (await page.locator('.reference').innerText()).trim();
}
