import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** The public form renderer of the National Library of Medicine, as its npm package ships it: built, whole. */
const require = createRequire(import.meta.url);
const root = join(dirname(require.resolve('lforms/package.json')), 'dist/lforms');
const scripts = [
  'webcomponent/assets/lib/zone.min.js',
  'webcomponent/runtime.js',
  'webcomponent/polyfills.js',
  'webcomponent/main.js',
  'fhir/R4/lformsFHIR.min.js',
];
const emptyPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LHC-Forms</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/webcomponent/styles.css">
${scripts.map((path) => `<script defer src="/${path}"></script>`).join('\n')}
</head><body><div id="form"></div></body></html>`;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Serves the renderer to this machine alone. */
export async function serveRenderer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(join(root, request.url ?? '/'));
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(emptyPage);
    else if (path.startsWith(root) && existsSync(path))
      response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(readFileSync(path));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the renderer has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface LForms {
  readonly Util: {
    convertFHIRQuestionnaireToLForms(questionnaire: object, version: 'R4'): object;
    mergeFHIRDataIntoLForms(
      kind: 'QuestionnaireResponse',
      response: object,
      form: object,
      version: 'R4',
    ): object;
    addFormToPage(form: object, place: string, options: object): Promise<void>;
    getFormFHIRData(kind: 'QuestionnaireResponse', version: 'R4'): object;
  };
}
declare global {
  var LForms: LForms | undefined;
}

/** A questionnaire on the screen, filled from a response if there is one. */
export async function rendered(browser: Browser, url: string, questionnaire: object, response?: object) {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(url);
  await page.waitForFunction(() => globalThis.LForms?.Util.addFormToPage !== undefined);
  await page.evaluate(
    async ([form, filled]) => {
      const { LForms } = globalThis;
      if (!LForms || !form) throw new Error('LHC-Forms is not there');
      const empty = LForms.Util.convertFHIRQuestionnaireToLForms(form, 'R4');
      const shown = filled
        ? LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', filled, empty, 'R4')
        : empty;
      await LForms.Util.addFormToPage(shown, 'form', { fhirVersion: 'R4' });
    },
    [questionnaire, response],
  );
  await page.locator('[id^="item-"]').first().waitFor();
  return { page, errors };
}

/** The items on the screen, by linkId. The renderer puts the place in the tree behind it: `item-mi/1/1/1`. */
export const itemsOn = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[id^="item-"]')
    .evaluateAll((elements) => elements.map(({ id }) => id.replace(/^item-/, '').replace(/\/.*$/, '')));

const answerTo = (page: Page, linkId: string, code: string) =>
  page.locator(`label[id^="${linkId}/"][id$="|${code}"]`).first();

/** Presses an option: a radio button is chosen, a checkbox changes. */
export const press = (page: Page, linkId: string, code: string): Promise<void> =>
  answerTo(page, linkId, code).click();

/** Types into the field of an item, or empties it. */
export async function type(page: Page, linkId: string, text: string): Promise<void> {
  const field = page.locator(`input[id^="${linkId}/"]`).first();
  await field.fill(text);
  await field.blur();
}
