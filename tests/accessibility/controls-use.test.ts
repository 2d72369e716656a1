import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { type GalleryServer, openGallery, overflow, serveGallery } from '../gallery.ts';

let browser: Browser;
let gallery: GalleryServer;
let page: Page;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchBrowser(), serveGallery()]);
});
afterEach(() => page?.close());
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const open = async (query: Readonly<Record<string, string>>, options: BrowserContextOptions = {}) => {
  page = await openGallery(browser, gallery, query, options);
};

const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
const goOn = () => page.getByRole('button', { name: 'Continue' }).click();
/** What the page read after Continue. */
const answers = async (): Promise<unknown> => JSON.parse((await page.locator('output').textContent()) ?? '');

describe('P05: a page that cannot go on', () => {
  test('focuses the summary, whose links say what stands beside the field and lead to its control', async () => {
    await open({ only: 'yes-no-reveal' });
    await page.getByRole('radio', { name: 'Yes' }).first().check();
    await goOn();
    const summary = page.getByRole('alert');
    await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
    const link = summary.getByRole('link');
    const text = 'When: Choose an answer to go on.';
    await expect.poll(() => link.allTextContents()).toEqual([text]);
    await expect.poll(() => page.locator('#f-attackWhen-error').textContent()).toBe(`Error: ${text}`);
    await link.click();
    await expect.poll(() => focused()).toBe('f-attackWhen');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('keeps what was typed, and says nothing new until the next Continue', async () => {
    await open({ only: 'birth-date' });
    await page.getByLabel('Month').fill('Febr');
    await page.getByLabel('Day').fill('30');
    await page.getByLabel('Year').fill('1984');
    await goOn();
    await expect.poll(() => page.getByLabel('Month').inputValue()).toBe('Febr');
    await expect.poll(() => page.getByLabel('Day').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Day').fill('29');
    await expect.poll(() => page.getByRole('alert').isVisible()).toBe(true);
    await goOn();
    await expect.poll(() => page.getByRole('alert').isVisible()).toBe(false);
    await expect.poll(() => answers()).toEqual({ birthDate: '1984-02-29' });
  });
});

test('the key of the on-screen keyboard says "next" inside a page and "done" on its last field', async () => {
  await open({ only: 'texts' });
  const hints = await page
    .locator('input, textarea')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('enterkeyhint')));
  expect(hints).toEqual(['next', 'next', 'next', null]);
  await open({ only: 'size' });
  await expect
    .poll(() => page.getByLabel('Pounds', { exact: true }).getAttribute('enterkeyhint'))
    .toBe('done');
});

test('P21: nothing jumps on in a birth date, and autofill finds its parts', async () => {
  await open({ only: 'birth-date', lang: 'es' });
  await page.getByLabel('Mes').pressSequentially('marzo');
  await expect.poll(() => focused()).toBe('f-birthDate-month');
  await page.getByLabel('Día').fill('٥');
  await page.getByLabel('Año').fill(' 1984 ');
  const fields = await page
    .locator('input')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('autocomplete'), input.getAttribute('type')]),
    );
  expect(fields).toEqual([
    ['bday-month', 'text'],
    ['bday-day', 'text'],
    ['bday-year', 'text'],
  ]);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect.poll(() => answers()).toEqual({ birthDate: '1984-03-05' });
});

describe('P23: tiles', () => {
  test('are chosen anywhere on the tile, or with the arrow keys', async () => {
    await open({ only: 'yes-no' });
    const tile = page.locator('.tile').nth(1);
    const box = await tile.boundingBox();
    if (!box) throw new Error('the tile is not on the page');
    await page.mouse.click(box.x + box.width - 6, box.y + box.height - 6);
    await expect.poll(() => page.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.getByRole('radio', { name: 'I’m not sure' }).isChecked()).toBe(true);
    await goOn();
    await expect.poll(() => answers()).toEqual({ danger: 'unsure' });
  });

  test('show the note of an option once it is chosen, in a place that is read aloud', async () => {
    await open({ only: 'yes-no' });
    const note = page.getByRole('status').filter({ hasText: 'call 911' });
    await expect.poll(() => note.count()).toBe(0);
    await page.getByRole('radio', { name: 'Yes' }).check();
    await expect.poll(() => note.count()).toBe(1);
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await expect.poll(() => note.count()).toBe(0);
  });

  test('"None of these" and the others exclude each other', async () => {
    await open({ only: 'choices' });
    const none = page.getByRole('checkbox', { name: 'None of these' });
    const pain = page.getByRole('checkbox', { name: 'Long-lasting pain' });
    await pain.check();
    await none.check();
    await expect.poll(() => pain.isChecked()).toBe(false);
    await goOn();
    await expect.poll(() => answers()).toEqual({ hopes: [] });
    await pain.check();
    await expect.poll(() => none.isChecked()).toBe(false);
    await goOn();
    await expect.poll(() => answers()).toEqual({ hopes: ['pain'] });
  });
});

describe('a question that waits for another', () => {
  test('appears right below it, is announced, and keeps its answer when it goes and comes back', async () => {
    await open({ only: 'yes-no-reveal' });
    const when = page.getByRole('group', { name: 'When was the heart attack?' });
    await expect.poll(() => when.count()).toBe(0);
    const attack = page.getByRole('group', { name: 'Have you ever had a heart attack?' });
    await attack.getByRole('radio', { name: 'Yes' }).check();
    await expect.poll(() => page.getByText('A new question follows.').count()).toBe(1);
    const legends = await page.locator('legend').allTextContents();
    expect(legends).toEqual([
      'Have you ever had a heart attack?',
      'When was the heart attack?',
      'May we call you?',
    ]);
    await when.getByRole('radio', { name: 'More than 6 months ago' }).check();
    await attack.getByRole('radio', { name: 'No', exact: true }).check();
    await expect.poll(() => when.count()).toBe(0);
    await attack.getByRole('radio', { name: 'Yes' }).check();
    await expect
      .poll(() => when.getByRole('radio', { name: 'More than 6 months ago' }).isChecked())
      .toBe(true);
  });

  test('offers only what was chosen before', async () => {
    await open({ only: 'choices' });
    await page.getByRole('checkbox', { name: 'Depression' }).check();
    await page.getByRole('checkbox', { name: 'Something else' }).check();
    const main = page.getByRole('group', { name: 'Which matters most to you?' });
    await expect
      .poll(() => main.locator('label').allTextContents())
      .toEqual(['Depression', 'Something else']);
  });
});

describe('instruments', () => {
  test('each item is a group of its own, described by the lead', async () => {
    await open({ only: 'items' });
    const item = page.getByRole('group', { name: 'Little interest or pleasure in doing things' });
    const lead = await item.evaluate((group) => {
      const id = group.getAttribute('aria-describedby')?.split(' ')[0];
      return id ? document.getElementById(id)?.textContent : undefined;
    });
    expect(lead).toContain('Over the last 2 weeks');
    await expect.poll(() => item.getByRole('radio').count()).toBe(4);
  });

  test('the ends of a 0 to 10 scale are said with their numbers', async () => {
    await open({ only: 'numbers' });
    const item = page.getByRole('group').first();
    await expect
      .poll(() => item.getByRole('radio', { name: '10 Pain as bad as you can imagine' }).count())
      .toBe(1);
    await expect.poll(() => item.getByRole('radio', { name: '0 No pain' }).count()).toBe(1);
    await item.getByRole('radio', { name: '7' }).check();
    await goOn();
    await expect.poll(() => answers()).toEqual({ pain: [7, null] });
  });

  test('after "Never" the other questions about alcohol go away', async () => {
    await open({ only: 'alcohol' });
    await expect.poll(() => page.getByRole('group').count()).toBe(3);
    await expect.poll(() => page.getByText('One standard drink is about:').isVisible()).toBe(true);
    await page.getByRole('radio', { name: 'Never' }).first().check();
    await expect.poll(() => page.getByRole('group').count()).toBe(1);
    await page.getByRole('radio', { name: 'Monthly or less' }).check();
    await expect.poll(() => page.getByRole('group').count()).toBe(3);
  });
});

describe('blood pressure and body size', () => {
  test('a pasted pair fills both numbers, and the time of the reading is asked', async () => {
    await open({ only: 'pressure' });
    await page.getByLabel('Top number').fill('128/82');
    await expect.poll(() => page.getByLabel('Top number').inputValue()).toBe('128');
    await expect.poll(() => page.getByLabel('Bottom number').inputValue()).toBe('82');
    await expect
      .poll(() => page.getByRole('group', { name: 'When was this blood pressure reading?' }).count())
      .toBe(1);
    await goOn();
    await expect.poll(() => answers()).toEqual({ sbp: 128, dbp: 82 });
  });

  test('"I don’t know" puts the numbers away and goes on', async () => {
    await open({ only: 'pressure' });
    await page.getByLabel('Top number').fill('eighty');
    await page.getByRole('checkbox', { name: 'I don’t know' }).check();
    await expect.poll(() => page.getByLabel('Top number').isVisible()).toBe(false);
    await goOn();
    await expect.poll(() => answers()).toEqual({});
  });

  test('the switch of units converts, and back again shows what was typed', async () => {
    await open({ only: 'size' });
    await page.getByLabel('Feet', { exact: true }).fill('5');
    await page.getByLabel('Inches', { exact: true }).fill('10');
    await page.getByRole('radio', { name: 'Centimeters and kilograms' }).check();
    await expect.poll(() => page.getByLabel('Centimeters', { exact: true }).inputValue()).toBe('178');
    await page.getByLabel('Kilograms', { exact: true }).fill('70,5');
    await goOn();
    await expect.poll(() => answers()).toEqual({ bodyUnits: 'metric', heightIn: 70.1, weightLb: 155.4 });
    await page.getByRole('radio', { name: 'Feet, inches and pounds' }).check();
    await expect.poll(() => page.getByLabel('Inches', { exact: true }).inputValue()).toBe('10');
    await expect.poll(() => page.getByLabel('Pounds', { exact: true }).inputValue()).toBe('155.4');
  });
});

describe('P22: text', () => {
  test('a mistyped e-mail address gets a tip after a pause, that can be taken or left', async () => {
    await open({ only: 'texts' });
    await page.getByLabel('First name').fill('Zoë');
    const email = page.getByLabel('E-mail address');
    await email.fill('zoe@gmial.con');
    await goOn();
    await expect.poll(() => answers()).toEqual({ firstName: 'Zoë', email: 'zoe@gmial.con' });
    await page.getByRole('button', { name: 'Use zoe@gmail.com' }).click();
    await expect.poll(() => email.inputValue()).toBe('zoe@gmail.com');
    await expect.poll(() => focused()).toBe('f-email');
    await expect.poll(() => page.getByText('Did you mean').count()).toBe(0);
  });

  test('the count shows only near the limit', async () => {
    await open({ only: 'texts' });
    const more = page.getByLabel('Is there anything else');
    await more.fill('x'.repeat(800));
    await expect.poll(() => page.getByText('more character').count()).toBe(0);
    await more.fill('x'.repeat(999));
    await expect.poll(() => page.locator('.count').textContent()).toBe('You can write 1 more character.');
  });
});

describe('P24: the list of medicines', () => {
  const box = () => page.getByRole('combobox');

  test('works by keyboard as a combobox does', async () => {
    await open({ only: 'trials' });
    await box().pressSequentially('zolo');
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('true');
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual(['sertraline (Zoloft)', 'Add “zolo” as I typed it']);
    await page.keyboard.press('ArrowDown');
    const active = page.locator(`[id="${await box().getAttribute('aria-activedescendant')}"]`);
    await expect.poll(() => active.textContent()).toBe('sertraline (Zoloft)');
    await expect.poll(() => active.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => box().inputValue()).toBe('zolo');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused()).toBe('f-trials-rows-row1-doseMg');
    await page.keyboard.type('150 mg');
    await page.getByLabel('How long you took that dose').fill('2 months');
    await page.getByRole('button', { name: 'Done with Sertraline' }).click();
    await expect.poll(() => box().evaluate((input) => input === document.activeElement)).toBe(true);
    await goOn();
    await expect
      .poll(() => answers())
      .toEqual({ trials: [{ drug: 'sertraline', doseMg: 150, weeks: 8.667 }] });
  });

  test('takes a name that is not on it, and says that this is fine', async () => {
    await open({ only: 'medications' });
    await box().fill('Grandmother’s drops');
    await page.getByRole('button', { name: 'Add Grandmother’s drops' }).click();
    await page.getByText('Not on our list. That is fine.').waitFor();
    await page.getByRole('radio', { name: 'Yes' }).last().check();
    await goOn();
    await expect
      .poll(() => answers())
      .toEqual({ medications: [{ name: 'Grandmother’s drops' }], medsComplete: 'yes' });
  });

  test('stays where it is while something else is pressed, and closes after it', async () => {
    await open({ only: 'trials' });
    await box().pressSequentially('zolo');
    await page.getByRole('button', { name: 'Continue' }).hover();
    await page.mouse.down();
    await expect.poll(() => page.getByRole('option').count()).toBe(2);
    await page.mouse.up();
    await expect.poll(() => answers()).toEqual({ trials: [{ drug: 'zolo' }] });
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
  });

  test('keeps a name that was typed and never added', async () => {
    await open({ only: 'trials' });
    await box().fill('zoloft');
    await page.getByRole('heading').first().click();
    await goOn();
    await expect.poll(() => answers()).toEqual({ trials: [{ drug: 'zoloft' }] });
  });

  test('has buttons with names of their own, and gives back what was removed', async () => {
    await open({ only: 'trials', state: 'filled' });
    const names = await page.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent));
    expect(new Set(names).size).toBe(names.length);
    await page.getByRole('button', { name: 'Remove Sertraline' }).click();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1);
    await expect.poll(() => focused()).toBe('f-trials-undo');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('listitem').count()).toBe(2);
    await expect.poll(() => focused()).toBe('f-trials-rows-row1-change');
    await page.getByRole('button', { name: 'Change Sertraline' }).click();
    await expect.poll(() => page.getByLabel('Highest dose a day').inputValue()).toBe('150');
  });

  test('opens the card that has to be mended', async () => {
    await open({ only: 'trials', state: 'error' });
    const link = page.getByRole('alert').getByRole('link');
    await expect.poll(() => link.textContent()).toBe('Sertraline: Write this as a number, such as 8.');
    await link.click();
    await expect.poll(() => focused()).toBe('f-trials-rows-row1-weeks');
    await expect.poll(() => page.getByLabel('How long you took that dose').inputValue()).toBe('a while');
  });

  test('"I take no medicines" is an answer', async () => {
    await open({ only: 'medications' });
    await page.getByRole('checkbox', { name: 'I take no medicines right now' }).check();
    await page.getByRole('radio', { name: 'Yes' }).check();
    await goOn();
    await expect.poll(() => answers()).toEqual({ medications: [], medsComplete: 'yes' });
  });
});

describe('P25–P28: for every hand and eye', () => {
  const states = ['blank', 'filled', 'error'];

  test.each(states)('targets are at least 48 px high, tiles and fields 52 (%s)', async (state) => {
    await open({ state });
    const small = await page.evaluate(() => {
      const least = (element: Element) =>
        element.matches('.tile-face, .input, .button:not(.quiet)') ? 52 : 48;
      const targets = document.querySelectorAll('.tile-face, .input, .button, summary, .error-summary a');
      return [...targets]
        .filter((target) => target.checkVisibility())
        .map((target) => ({
          target: target.outerHTML.slice(0, 90),
          size: target.getBoundingClientRect(),
          least: least(target),
        }))
        .filter(({ size, least: px }) => Math.round(size.height) < px || Math.round(size.width) < 48)
        .map(({ target, size }) => `${target} ${size.width}×${size.height}`);
    });
    expect(small).toEqual([]);
  });

  test.each(['ltr', 'rtl'])('at 320 px nothing runs off the page (%s)', async (dir) => {
    for (const state of states) {
      await open({ state, lang: 'es', dir }, { viewport: { width: 320, height: 640 } });
      await expect.poll(() => overflow(page)).toBe(0);
      await page.close();
    }
  });

  test('with text twice as large nothing runs off the page', async () => {
    await open({ state: 'error', lang: 'es' });
    await page.addStyleTag({ content: 'html { font-size: 225% }' });
    await expect.poll(() => overflow(page)).toBe(0);
  });

  test('with the system’s own colours a chosen tile and the focus still stand out', async () => {
    await open({ only: 'yes-no', state: 'filled' }, { forcedColors: 'active' });
    const outline = (index: number) =>
      page
        .locator('.tile-face')
        .nth(index)
        .evaluate((face) => getComputedStyle(face).outlineStyle);
    await expect.poll(() => outline(0)).toBe('solid');
    await expect.poll(() => outline(1)).toBe('none');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => outline(1)).toBe('solid');
  });

  test('nothing moves for somebody who wants no motion', async () => {
    await open({ only: 'yes-no-reveal' });
    await page.getByRole('radio', { name: 'Yes' }).first().check();
    const running = await page.evaluate(
      () =>
        document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 0).length,
    );
    expect(running).toBe(0);
  });

  test('the focus is a ring around the whole tile, and stands on every control in turn', async () => {
    await open({ only: 'yes-no' });
    await page.keyboard.press('Tab');
    const face = page.locator('.tile-face').first();
    const ring = await face.evaluate((tile) => {
      const { outlineWidth, outlineOffset, boxShadow } = getComputedStyle(tile);
      return { outlineWidth, outlineOffset, boxShadow };
    });
    expect(ring).toEqual({
      outlineWidth: '3px',
      outlineOffset: '2px',
      boxShadow: 'rgb(255, 201, 77) 0px 0px 0px 7px',
    });
  });
});

test('the idle dialog keeps the focus, closes with Escape, and gives the focus back', async () => {
  await open({ only: 'blocks' });
  const opener = page.getByRole('button', { name: 'Try again' }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why we ask' });
  await expect.poll(() => dialog.isVisible()).toBe(true);
  await expect
    .poll(() => dialog.getByRole('button').evaluate((button) => button === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.isVisible()).toBe(false);
  await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
});
