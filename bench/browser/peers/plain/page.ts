/**
 * The limit: one HTML document with every page in it, its style and its hand-written script inline, no framework. What
 * a person sees is turned by showing one page and hiding the others.
 */
import type { AskedPage, Field, Rows, When } from '../../asked.ts';
import { askedPages, watchedNames } from '../../asked.ts';
import { deviceQuestion, escaped, startHtml } from '../../start-page.ts';

const whenData = (when: When | undefined) => (when ? ` data-when="${escaped(JSON.stringify(when))}"` : '');

function field(one: Field, prefix = ''): string {
  const name = prefix + one.name;
  const needed = one.needed ? ` data-needed="${name}"` : '';
  const hint = one.hint ? `<span class="hint">${escaped(one.hint)}</span>` : '';
  if (one.as === 'radios' || one.as === 'ticks') {
    const type = one.as === 'radios' ? 'radio' : 'checkbox';
    const options = one.options.map(
      ({ value, text }) =>
        `<label><input type=${type} name="${name}" value="${escaped(value)}"> ${escaped(text)}</label>`,
    );
    return `<fieldset class=asked${needed}${whenData(one.when)}><legend>${escaped(one.label)}</legend>${hint}${options.join('')}</fieldset>`;
  }
  const control =
    one.as === 'long'
      ? `<textarea id="${name}" name="${name}" rows=5></textarea>`
      : `<input id="${name}" name="${name}">`;
  return `<div class="field asked"${needed}${whenData(one.when)}><label for="${name}">${escaped(one.label)}</label>${hint}${control}</div>`;
}

const rows = ({ name, label, hint, add, fields }: Rows): string =>
  `<h3>${escaped(label)}</h3>${hint ? `<p class=hint>${escaped(hint)}</p>` : ''}<div><template>${fields
    .map((one) => field(one, `${name}.#.`))
    .join('')}</template></div><button type=button data-add="${name}">${escaped(add)}</button>`;

function page({ id, title, intro, text, entries, when }: AskedPage, index: number): string {
  const asked = entries.map((one) => (one.as === 'rows' ? rows(one) : field(one))).join('');
  const send = id === 'sign' ? '<button>Send</button>' : '<button type=button data-by=1>Continue</button>';
  return `<section class=page hidden${whenData(when)}><h1>${escaped(title)}</h1>${intro ? `<p>${escaped(intro)}</p>` : ''}${
    text ? `<ul>${text.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>` : ''
  }${id === 'check' ? '<div class=answers></div>' : ''}${asked}<p>${
    index > 0 ? '<button type=button data-by=-1>Back</button> ' : ''
  }${send}</section>`;
}

export const plainPage = (script: string, style: string): string =>
  `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>Your form</title><link rel=icon href="data:,"><style>${style}</style>
<form novalidate data-watched="${escaped(JSON.stringify(watchedNames))}"><section class=page>${startHtml}${field(deviceQuestion)}<p><button type=button data-by=1>Start now</button></section>
${askedPages.map(page).join('\n')}</form><script type=module>${script}</script></html>`;
