import { renderToString } from 'react-dom/server';
import type { Locale } from '../lib/locale.ts';
import type { PublicSettings } from '../settings/public-settings.ts';
import { App } from './app.tsx';
import { titleOf } from './form/first-question.tsx';
import { load } from './pages/load.ts';
import { CLINIC_ELEMENT } from './shell/clinic.ts';
import { BLANK } from './shell/leave.ts';
import { isLive } from './shell/live.ts';
import { paths, routeOf } from './shell/route.ts';
import { WithoutApp } from './shell/without-app.tsx';
import { words } from './words/words.ts';

/** Where Leave quickly leads: it looks like a tab that was just opened. */
const blankPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>New tab</title></head><body></body></html>';

/** Only what can be read without knowing who reads: the others begin empty, with words for those to whom the app never comes. */
const drawn = new Set<string>(['start', 'help', 'about', 'lost']);

/** In a script element only `<` could end it. */
const inertJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The first question lies in the start page, so that Start needs nothing more from the network. */
function firstQuestion(locale: Locale, clinic: PublicSettings): string {
  const begun = { device: 'shared', goesOn: false } as const;
  const html = renderToString(<App clinic={clinic} drawnIn={locale} path={paths.form} begun={begun} />);
  return `<template title="${escaped(titleOf(words[locale]))}">${html}</template>`;
}

/**
 * One page as ready HTML, for one clinic and language. Bundled by `vite build --ssr`; the server calls it when it
 * starts, so that no page waits for a request and none holds another clinic's phone number.
 *
 * @param template the built `index.html`
 */
export async function drawPage(
  template: string,
  page: { readonly path: string; readonly locale: Locale; readonly clinic: PublicSettings },
): Promise<string> {
  const { path, locale, clinic } = page;
  if (path === BLANK) return blankPage;
  const route = routeOf(path);
  await load(path);
  const html = drawn.has(route) ? renderToString(<App clinic={clinic} drawnIn={locale} path={path} />) : '';
  const title = route === 'help' ? words[locale].help.title : words[locale].form.name;
  const withoutApp = html ? '' : renderToString(<WithoutApp clinic={clinic} locale={locale} route={route} />);
  const next = route === 'start' && isLive(clinic, locale) ? firstQuestion(locale, clinic) : '';
  return template
    .replace('<html lang="en"', `<html lang="${locale}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace(
      '<div id="app"></div>',
      () =>
        `<div id="app">${html}</div>${next}${withoutApp}<script type="application/json" id="${CLINIC_ELEMENT}">${inertJson(clinic)}</script>`,
    );
}
