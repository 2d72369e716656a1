import type { CDPSession, Page } from 'playwright-core';

/** What a page keeps once everything was answered, the robot's own tools included, in bytes. */
export const HEAP_LIMIT = 9_500_000;
export const KEYS = 40;
/** The sign that somebody is there, every five seconds, and what was saved meanwhile: never one for each key. */
export const EVENTS_LIMIT = 10;

/** Every event passes through this method of an XState actor. */
const TAKES_EVENT = '_process';

async function withTools<T>(page: Page, use: (tools: CDPSession) => Promise<T>): Promise<T> {
  const tools = await page.context().newCDPSession(page);
  return use(tools).finally(() => tools.detach());
}

/** The JavaScript heap after what is not needed was let go. */
export const heapOf = (page: Page): Promise<number> =>
  withTools(page, async (tools) => {
    for (let times = 0; times < 2; times += 1) await tools.send('HeapProfiler.collectGarbage');
    return (await tools.send('Runtime.getHeapUsage')).usedSize;
  });

/** Types into a text as fast as the page takes it: no timer fires in between. Then the text is as before. */
const typeKeys = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).evaluate((text, keys) => {
    if (!(text instanceof HTMLTextAreaElement)) throw new Error('There is nothing to type into');
    const before = text.value;
    const write = (value: string) => {
      text.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      text.value = value;
      text.dispatchEvent(new InputEvent('input', { data: 'a', inputType: 'insertText', bubbles: true }));
      text.dispatchEvent(new KeyboardEvent('keyup', { key: 'a', bubbles: true }));
    };
    for (let typed = 1; typed < keys; typed += 1) write(before + 'a'.repeat(typed));
    write(before);
  }, KEYS);

/** How many events the machines of the page take while keys are typed: counted by the engine itself. */
export const eventsWhileTyping = (page: Page, selector: string): Promise<number> =>
  withTools(page, async (tools) => {
    await tools.send('Profiler.enable');
    await tools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await typeKeys(page, selector);
    const { result } = await tools.send('Profiler.takePreciseCoverage');
    await tools.send('Profiler.stopPreciseCoverage');
    const calls = result.flatMap(({ functions }) =>
      functions
        .filter(({ functionName }) => functionName === TAKES_EVENT)
        .map(({ ranges }) => ranges[0]?.count ?? 0),
    );
    return calls.reduce((sum, count) => sum + count, 0);
  });

/** The fault that the count must find: the machine hears of every key, here as of news from the network. */
export async function tellMachineOfKeys(page: Page): Promise<() => Promise<void>> {
  const stop = await page.evaluateHandle(() => {
    const fault = new AbortController();
    const tell = () => dispatchEvent(new Event('online'));
    addEventListener('keydown', tell, { signal: fault.signal });
    return fault;
  });
  return () => stop.evaluate((fault) => fault.abort());
}

/** The fault that the heap must show: objects kept that nobody needs. */
export async function keepTooMuch(page: Page): Promise<() => Promise<void>> {
  const kept = await page.evaluateHandle(() =>
    Array.from({ length: 100_000 }, (_, index) => ({ index, text: `answer ${index}` })),
  );
  return () => kept.dispose();
}
