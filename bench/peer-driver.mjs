/**
 * Tells a bench of other form engines how to walk through this app, in the form that such a driver has: own content,
 * how a page is filled in, how it is left, where keys are typed. The app must be running, on a demonstration clinic.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The pages are TypeScript, which a bench of another Node may not read: the project's own Node tells them. */
const tell =
  "const { ourStart, ourStops, ourEnd } = await import('./bench/browser/contenders.ts'); console.log(JSON.stringify({ start: ourStart, stops: ourStops, end: ourEnd }))";
const { start, stops, end } = JSON.parse(
  execFileSync('node_modules/.bin/node', ['--input-type=module', '--eval', tell], {
    cwd: root,
    encoding: 'utf8',
  }),
);

const exactly = (text) => new RegExp(`^${text}$`);

/** In the page: from the start page to the first question, as soon as somebody listens. */
async function pressStart({ control, button, first }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
  for (;;) {
    if ([...document.querySelectorAll(first)].some(isSeen)) return;
    const start = [...document.querySelectorAll('button')].find((one) => one.textContent === button);
    document.querySelector(control)?.click();
    // Before the app is alive the browser itself would send the form.
    const holdBack = (event) => event.preventDefault();
    addEventListener('submit', holdBack);
    start?.click();
    removeEventListener('submit', holdBack);
    await frame();
  }
}

/** In the page: gives the answers; how long they took until painted. */
async function give(acts) {
  const { vis: isSeen, painted, setText } = window.__b.h;
  let ms = 0;
  for (const { does, selector, nth = 0, text } of acts) {
    const find = () => [...document.querySelectorAll(selector)].filter(isSeen)[nth];
    while (!find()) await painted();
    const begun = performance.now();
    const control = find();
    if (does === 'type') setText(control, text);
    else if (does === 'enter')
      control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    else if (!control.checked) control.click();
    await painted();
    ms += performance.now() - begun;
  }
  return { ms, n: acts.length };
}

export default {
  content: {
    title: 'Prelude',
    options: {},
    answers: {},
    pages: stops.map(({ id }) => ({ id, fields: [], review: id === 'check' })),
  },
  pages: stops.length,
  first: { selector: stops[0].ready },
  waitFirstQuestion: (page) =>
    page.evaluate(pressStart, { control: start.control, button: start.button, first: stops[0].ready }),
  fillPage: (page, _, index) => page.evaluate(give, stops[index].acts),
  advance: (_, ctx, index) =>
    ctx.timedClick({ button: exactly(stops[index].button) }, { selector: stops[index + 1].ready }),
  keyField: {
    page: stops.findIndex(({ id }) => id === 'allergies'),
    selector: '[name="allergies"]',
  },
  submit: (_, ctx) => ctx.timedClick({ button: exactly(stops.at(-1).button) }, { selector: end }),
};
