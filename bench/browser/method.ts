import { answeredPages, expectedTexts } from './answered.ts';
import { askedPages } from './asked.ts';

/** How it was measured, in the words of the docs. */
export const method = (rounds: number): string[] => [
  `${rounds} ${rounds === 1 ? 'round' : 'rounds'}, the order turned and reversed from round to round; medians, of page advance and keys first within a visit and then over the visits, p95 over all of them.`,
  'Each visit is a new headless Chromium with nothing in its caches, a phone of 390 × 844, the processor slowed 4 times, 1.6 Mbit/s down, 750 kbit/s up and 150 ms for each request (Chromium’s own emulation: connecting and TLS cost nothing).',
  `The questions are made from the catalog for all alike: ${askedPages.length} pages behind a start page with the same words. One invented person meets ${answeredPages.length} of them and gives ${expectedTexts.length} answers; conditions, lists of medicines, the page with all answers and the signature are there in all. A visit counts only if every answer arrived.`,
  'The limit is one HTML document with every page in it, style and hand-written script inline; a page is turned by hiding and showing. React + react-hook-form draws one page at a time from uncontrolled inputs; SurveyJS is configured with the same pages. They are built by Vite, served as brotli, and keep no draft.',
  'Prelude is the production build on its own server, a process of its own with a SQLite store in a temporary folder. Drafts are encrypted, kept and saved, and every page is checked, as for a patient on a device of their own. Its medicines come from a combobox; the others ask for them in plain inputs. It shows one page more, on privacy, and that counts. The service worker is not let in: it fetches files for later, which Chromium does not slow down.',
  'Takes input: a choice that is made on the first question outlives a paint. The robot presses “Start now” as soon as the start page is painted and somebody listens, so the first question is behind a press for all. Answers: Continue on it has led to the second question.',
  'Page advance: from the pointer’s release on Continue until the paint with the next page. Before each press 300 ms pass, so that what is kept while a page is answered is kept, and counted, there. Keystroke: from the key’s event until the frame after its input is painted; 60 trusted keys, 80 ms apart, in the long text on allergies.',
  'Main-thread work is the thread’s own time from the second question until the receipt, without the 60 keys; the robot’s own share is in it for all alike. The heap is taken after two collections, before sending.',
];
