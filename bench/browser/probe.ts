/**
 * What runs in the measured page: it notes what the browser paints, presses on as soon as there is something to press,
 * and answers as the robot is told. The function is handed over as text, so it refers to nothing outside of itself.
 */
import type { Act, Stop } from './contenders.ts';

/** How the page came up; milliseconds since the address was entered. */
export interface Arrival {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** The choice on the start page keeps what is chosen. */
  readonly startTakesInput: number;
  /** The first question keeps what is chosen. */
  readonly takesInput: number;
  /** Continue on the first question has led on. */
  readonly appAnswers: number;
}

export interface Plan {
  readonly start: { readonly control: string; readonly button: string };
  readonly first: Stop;
  readonly second: string;
}

export interface Probe {
  readonly arrival: Promise<Arrival>;
  /** Answers a page; resolves when the last answer is painted. */
  fill(acts: readonly Act[]): Promise<void>;
  /** Where a button is, once it holds still. */
  aim(button: string): Promise<{ readonly x: number; readonly y: number }>;
  aimAt(selector: string): Promise<{ readonly x: number; readonly y: number }>;
  /** From the next press until the paint in which the page is there. */
  arm(ready: string): void;
  turned: Promise<number> | undefined;
  /** From here on each key is timed, from its event until after the frame that follows. */
  keys: number[];
  longTasks: readonly number[];
}

declare global {
  interface Window {
    bench: Probe;
  }
}

export function probe(plan: Plan): void {
  const PATIENCE_MS = 20_000;
  const paints: { firstPaint: number; largestPaint: number } = { firstPaint: 0, largestPaint: 0 };
  const longTasks: number[] = [];
  let isArriving = true;
  const observe = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') paints.firstPaint = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    if (isArriving) paints.largestPaint = startTime;
  });
  observe('longtask', ({ duration }) => longTasks.push(duration));

  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** Behind the next frame's paint. */
  const painted = async () => {
    await frame();
    return new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  };
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const find = (selector: string, nth = 0) => [...document.querySelectorAll(selector)].filter(isSeen)[nth];
  const findButton = (text: string) =>
    [...document.querySelectorAll<HTMLElement>('button, input[type=button], input[type=submit]')].find(
      (one) => (one.textContent || (one as HTMLInputElement).value).trim() === text && isSeen(one),
    );
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    const begun = performance.now();
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (performance.now() - begun > PATIENCE_MS) throw new Error(`The robot waited for ${what} in vain`);
      await frame();
    }
  };

  function type(element: HTMLElement, text: string): void {
    const proto = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    element.focus();
    Object.getOwnPropertyDescriptor(proto.prototype, 'value')?.set?.call(element, text);
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    element.blur();
  }

  async function act({ does, selector, nth, text = '' }: Act): Promise<void> {
    const element = await until(selector, () => find(selector, nth));
    if (!(element instanceof HTMLElement)) throw new Error(`${selector} cannot be operated`);
    if (does === 'press') {
      if (!(element instanceof HTMLInputElement && element.checked)) element.click();
    } else if (does === 'type') type(element, text);
    else
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await painted();
  }

  /** Chooses, again and again, until what was chosen outlives a paint. */
  async function keepsChoice(selector: string): Promise<number> {
    for (;;) {
      const input = await until(selector, () => find(selector));
      if (!(input instanceof HTMLInputElement)) throw new Error(`${selector} is no choice`);
      if (!input.checked) input.click();
      const at = await painted();
      if (input.isConnected && input.checked) return at;
    }
  }

  /**
   * Presses until somebody listens. A form that nobody has taken in hand yet would be sent by the browser itself: that
   * is held back, and pressed again a frame later.
   */
  async function pressUntilHeard(text: string): Promise<void> {
    for (;;) {
      const button = await until(text, () => findButton(text));
      let isUnheard = false;
      const holdBack = (event: Event) => {
        isUnheard = !event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('submit', holdBack);
      button.click();
      removeEventListener('submit', holdBack);
      if (!isUnheard) return;
      await frame();
    }
  }

  async function arrive(): Promise<Arrival> {
    await until('a document', () => document.body ?? undefined);
    const startTakesInput = await keepsChoice(plan.start.control);
    // Nobody presses on before the page has been painted.
    await until('the largest paint', () => paints.largestPaint || undefined);
    await painted();
    isArriving = false;
    await pressUntilHeard(plan.start.button);
    const choice = plan.first.acts[0];
    if (!choice) throw new Error('The first question has no answer');
    const takesInput = await keepsChoice(choice.selector);
    await pressUntilHeard(plan.first.button);
    await until(plan.second, () => find(plan.second));
    return { ...paints, startTakesInput, takesInput, appAnswers: await painted() };
  }

  /** The middle of what holds still: some contenders slide their questions into place. */
  async function aimFor(what: string, look: () => Element | undefined) {
    let before: DOMRect | undefined;
    let still = 0;
    while (still < 4) {
      const element = await until(what, look);
      if (still === 0) element.scrollIntoView({ block: 'center' });
      await painted();
      const now = element.getBoundingClientRect();
      still = before && Math.abs(now.y - before.y) + Math.abs(now.x - before.x) < 1 ? still + 1 : 0;
      before = now;
    }
    const { x, y, width, height } = before ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }

  let keyedAt: number | undefined;
  addEventListener('keydown', ({ timeStamp }) => (keyedAt = timeStamp), true);
  addEventListener(
    'input',
    async ({ isTrusted }) => {
      if (!isTrusted || keyedAt === undefined) return;
      const since = keyedAt;
      keyedAt = undefined;
      window.bench.keys.push((await painted()) - since);
    },
    true,
  );

  window.bench = {
    arrival: arrive(),
    fill: async (acts) => {
      for (const one of acts) await act(one);
    },
    aim: (button) => aimFor(button, () => findButton(button)),
    aimAt: (selector) => aimFor(selector, () => find(selector)),
    arm: (ready) => {
      window.bench.turned = new Promise((resolve, reject) => {
        addEventListener(
          'pointerup',
          ({ timeStamp }) => {
            clearTimeout(missed);
            until(ready, () => find(ready)).then(async () => resolve((await painted()) - timeStamp), reject);
          },
          { capture: true, once: true },
        );
        const missed = setTimeout(() => reject(new Error('The press met nothing')), PATIENCE_MS);
      });
    },
    turned: undefined,
    keys: [],
    longTasks,
  };
}
