/** One measured visit: a browser without any cache, a slow phone on a bad network, the whole form. */
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/chromium.ts';
import { LONG_FIELD } from './answered.ts';
import { codeBytes } from './bytes.ts';
import type { Contender, Stop } from './contenders.ts';
import { type Arrival, probe } from './probe.ts';

const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'en-US',
} as const;
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const CPU_SLOWED = 4;
const KEYS = 60;
const KEY_EVERY_MS = 80;
/** A breath before Continue: what is kept while a page is answered is kept then. */
const BREATH_MS = 300;

export interface Visit extends Arrival {
  readonly codeToFirst: number;
  readonly codeInAll: number;
  /** Over 50 ms parts of the long tasks until the page had settled. */
  readonly blocked: number;
  readonly workToArrive: number;
  readonly turns: readonly number[];
  readonly answersListed: number;
  readonly sent: number;
  readonly keys: readonly number[];
  readonly workPerKey: number;
  /** Main-thread work from the second question until everything was sent, without the keys. */
  readonly work: number;
  readonly heap: number;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What was asked for, and when, in seconds of the browser's own clock. */
function watchRequests(cdp: CDPSession) {
  const asked: { url: string; at: number }[] = [];
  const open = new Set<string>();
  let changedAt = Date.now();
  const ended = ({ requestId }: { requestId: string }) => {
    open.delete(requestId);
    changedAt = Date.now();
  };
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    open.add(requestId);
    changedAt = Date.now();
    if (request.method === 'GET' && request.url.startsWith('http'))
      asked.push({ url: request.url, at: timestamp });
  });
  cdp.on('Network.loadingFinished', ended);
  cdp.on('Network.loadingFailed', ended);
  const quiet = async () => {
    const begun = Date.now();
    while ((open.size > 0 || Date.now() - changedAt < 700) && Date.now() - begun < 20_000) await wait(100);
  };
  return { asked, quiet };
}

/** JavaScript and CSS of what was asked for until then. */
async function codeOf(asked: readonly { url: string; at: number }[], within = Number.POSITIVE_INFINITY) {
  const begun = asked[0]?.at ?? 0;
  const urls = new Set(asked.filter(({ at }) => (at - begun) * 1_000 <= within).map(({ url }) => url));
  let sum = 0;
  // One after the other: a server may refuse somebody who asks for everything at once.
  for (const url of urls) sum += await codeBytes(url);
  return sum;
}

const metric = async (cdp: CDPSession, name: string): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
};
const workNow = async (cdp: CDPSession) => 1_000 * (await metric(cdp, 'TaskDuration'));

/** Trusted keys, one after the other, in the long text of the page. */
async function typeKeys(page: Page, cdp: CDPSession, selector: string) {
  const { x, y } = await page.evaluate((one) => window.bench.aimAt(one), selector);
  await page.mouse.click(x, y);
  await page.keyboard.press('End');
  await wait(800);
  await page.evaluate(() => {
    window.bench.keys.length = 0;
  });
  const before = await workNow(cdp);
  for (let index = 0; index < KEYS; index += 1) {
    const due = wait(KEY_EVERY_MS);
    const text = 'abcdefghij klmnop'[index % 17] ?? ' ';
    const key = { key: text, windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0) };
    await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text });
    await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
    await due;
  }
  await wait(500);
  const workPerKey = ((await workNow(cdp)) - before) / KEYS;
  return { keys: await page.evaluate(() => window.bench.keys), workPerKey };
}

async function pressOn(page: Page, button: string, ready: string): Promise<number> {
  const { x, y } = await page.evaluate((text) => window.bench.aim(text), button);
  await page.evaluate((selector) => window.bench.arm(selector), ready);
  await page.mouse.click(x, y);
  const turned = await page.evaluate(() => window.bench.turned);
  if (turned === undefined) throw new Error(`${button} was not pressed`);
  return turned;
}

const heapNow = async (cdp: CDPSession): Promise<number> => {
  for (let times = 0; times < 2; times += 1) await cdp.send('HeapProfiler.collectGarbage');
  return metric(cdp, 'JSHeapUsedSize');
};

async function walkThrough(page: Page, cdp: CDPSession, stops: readonly Stop[], contender: Contender) {
  const turns: number[] = [];
  let typed: Awaited<ReturnType<typeof typeKeys>> = { keys: [], workPerKey: Number.NaN };
  let [answersListed, sent, heap, typing] = [0, 0, 0, 0];
  const begun = await workNow(cdp);
  for (const [index, stop] of stops.entries()) {
    await page.evaluate((acts) => window.bench.fill(acts), stop.acts);
    const last = stop.acts.at(-1);
    if (stop.id === LONG_FIELD && last) {
      const before = await workNow(cdp);
      typed = await typeKeys(page, cdp, last.selector);
      await page.evaluate((acts) => window.bench.fill(acts), [last]);
      typing += (await workNow(cdp)) - before;
    }
    await wait(BREATH_MS);
    const next = stops[index + 1];
    if (!next) {
      const before = await workNow(cdp);
      heap = await heapNow(cdp);
      typing += (await workNow(cdp)) - before;
    }
    const took = await pressOn(page, stop.button, next?.ready ?? contender.end).catch((error: unknown) => {
      throw new Error(`${contender.name} stopped at ${stop.id}`, { cause: error });
    });
    if (!next) sent = took;
    else if (next.id === 'check') answersListed = took;
    else turns.push(took);
  }
  return { turns, answersListed, sent, heap, ...typed, work: (await workNow(cdp)) - begun - typing };
}

export async function visit(contender: Contender): Promise<Visit> {
  const browser = await launchBrowser({ args: ['--enable-precise-memory-info'] });
  try {
    const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
    const page = await context.newPage();
    const [first, second, ...rest] = contender.stops;
    if (!first || !second) throw new Error('There is nothing to ask');
    await page.addInitScript(probe, { start: contender.start, first, second: second.ready });
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('HeapProfiler.enable');
    // The thread's own time: what others do on the machine does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Network.emulateNetworkConditions', network);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
    const { asked, quiet } = watchRequests(cdp);

    await page.goto(contender.url, { waitUntil: 'commit' });
    const arrival = await page.evaluate(() => window.bench.arrival);
    await quiet();
    const blocked = (await page.evaluate(() => window.bench.longTasks)).reduce(
      (sum, one) => sum + Math.max(0, one - 50),
      0,
    );
    const workToArrive = await workNow(cdp);
    const walk = await walkThrough(page, cdp, [second, ...rest], contender);
    contender.checkReceived();
    return {
      ...arrival,
      ...walk,
      blocked,
      workToArrive,
      codeToFirst: await codeOf(asked, arrival.takesInput),
      codeInAll: await codeOf(asked),
    };
  } finally {
    await browser.close();
  }
}
