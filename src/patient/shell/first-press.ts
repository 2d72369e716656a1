/**
 * The first file that comes, a moment after the page itself: it takes the presses until the app is there. Start shows
 * the first question, which lies in the page as its one template; a Continue on it is remembered. Whatever the form, the browser
 * must not send it: it would write what was chosen into the address.
 */

/** What was pressed before anybody else listened. */
export interface Pressed {
  /** What stood in the form of the start page. */
  readonly start: FormData;
  /** Continue was pressed on the first question as well. */
  readonly goesOn: boolean;
}

let pressed: Pressed | undefined;

function showFirstQuestion(page: HTMLTemplateElement): void {
  document.getElementById('app')?.replaceChildren(page.content);
  const depth: unknown = history.state?.depth;
  // A fragment stays for the app to read.
  history.pushState({ depth: typeof depth === 'number' ? depth + 1 : 1 }, '', `/form${location.hash}`);
  document.title = page.title;
  scrollTo(0, 0);
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** What Continue will need, once the first answer is painted: by then the app itself may still be on its way. */
function fetchForm(): void {
  const script = document.querySelector<HTMLScriptElement>('script[data-next]');
  const files = script?.dataset.next?.split(' ') ?? [];
  const fetchAll = () => {
    for (const file of files) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = file;
      document.head.append(link);
    }
  };
  requestAnimationFrame(() => requestAnimationFrame(fetchAll));
}

function tellToWait(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[data-wait]');
  if (status) status.textContent = status.dataset.wait ?? '';
}

function press(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.target;
  const page = document.querySelector('template');
  if (!(form instanceof HTMLFormElement)) return;
  if (pressed) {
    pressed = { ...pressed, goesOn: true };
    tellToWait(form);
  } else if (page && form.matches('.begin')) {
    pressed = { start: new FormData(form), goesOn: false };
    showFirstQuestion(page);
    document.addEventListener('change', fetchForm, { once: true });
  }
}

document.addEventListener('submit', press);

/** From here on the app listens itself. */
export function takePresses(): Pressed | undefined {
  document.removeEventListener('submit', press);
  document.removeEventListener('change', fetchForm);
  return pressed;
}
