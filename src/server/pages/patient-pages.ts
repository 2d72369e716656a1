import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { dayIn } from '../../lib/dates.ts';
import type { Locale } from '../../lib/locale.ts';
import { type PublicSettings, publicSettings } from '../../settings/public-settings.ts';
import type { Dependencies } from '../dependencies.ts';
import type { BuiltPages } from './built-pages.ts';

const compress = promisify(brotliCompress);

export interface DrawnPage {
  readonly html: string;
  readonly brotli: Buffer;
}

export interface PatientPages {
  /** The style that stands in each page, as a source of the content security policy. */
  readonly styles: readonly string[];
  /** The script that takes the first press, as a link that goes ahead of the page itself. */
  readonly firstScript: string | undefined;
  clinic(): PublicSettings;
  /** One page of the patient's app, drawn once a day for each language: it holds the clinic's date. */
  draw(path: string, locale: Locale): Promise<DrawnPage>;
}

/** What stands between two marks, the first of each. */
const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start + from.length);
  return start < 0 || end < 0 ? '' : text.slice(start + from.length, end);
};

const stylesIn = (html: string): readonly string[] =>
  html
    .split('<style')
    .slice(1)
    .map((element) => between(element, '>', '</style>'))
    .map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);

const firstScriptIn = (html: string): string | undefined => {
  const script = html.split('<script ').find((element) => element.startsWith('type="module"'));
  return script && `<${between(script, ' src="', '"')}>; rel=modulepreload`;
};

export const createPatientPages = (
  { settings, demonstration, clock }: Pick<Dependencies, 'settings' | 'demonstration' | 'clock'>,
  { dir, drawPage }: BuiltPages,
): PatientPages => {
  const template = readFileSync(join(dir, 'index.html'), 'utf8');
  const drawn = new Map<string, Promise<DrawnPage>>();
  let drawnFor = '';

  const clinic = () =>
    publicSettings(settings, { demonstration, today: dayIn(settings.timeZone, clock.now()) });

  const drawNow = async (path: string, locale: Locale, shown: PublicSettings): Promise<DrawnPage> => {
    const html = await drawPage(template, { path, locale, clinic: shown });
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: html.length };
    return { html, brotli: await compress(html, { params }) };
  };

  return {
    styles: stylesIn(template),
    firstScript: firstScriptIn(template),
    clinic,
    draw: (path, locale) => {
      const shown = clinic();
      if (shown.today !== drawnFor) {
        drawn.clear();
        drawnFor = shown.today;
      }
      const key = `${locale} ${path}`;
      const before = drawn.get(key);
      if (before !== undefined) return before;
      const page = drawNow(path, locale, shown);
      drawn.set(key, page);
      // A page that failed once is drawn anew for the next who asks.
      page.catch(() => drawn.delete(key));
      return page;
    },
  };
};
