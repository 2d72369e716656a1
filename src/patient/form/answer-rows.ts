import { type Place, pageAt, sectionOf } from '../../machines/places.ts';
import { answerLines, type Line, type Reading } from '../../questions/display.ts';
import type { Instrument } from '../../questions/instrument.ts';
import type { Answers, Key, PageId } from '../../steps/catalog.ts';
import { type SectionId, sections } from '../../steps/step.ts';
import { capital } from '../../ui/words/words.ts';

/** One answer as it is read back, and the page that asked for it. */
export interface Row extends Line {
  readonly page: PageId;
}

export interface SectionRows {
  readonly section: SectionId;
  readonly rows: readonly Row[];
}

/** The signature has its own place, and units go with their numbers. */
const apart: ReadonlySet<Key> = new Set(['consents', 'bodyUnits']);

/** Each medicine begins a line, and begins as on its card. */
const medicines: ReadonlySet<string> = new Set(['trials', 'medications', 'augmentations']);
const inCapitals = (text: string, { locale }: Reading): string =>
  text
    .split('\n')
    .map((line) => capital(line, locale))
    .join('\n');

/** After a first "Never" the other items were not asked. */
const wasAsked = (question: { readonly firstEnds?: number }, answer: unknown, item: number): boolean =>
  item === 0 ||
  question.firstEnds === undefined ||
  !Array.isArray(answer) ||
  answer[0] !== question.firstEnds;

function rowsOf(
  place: Place,
  answers: Answers,
  shown: ReadonlySet<Key>,
  reading: Reading,
  instrument: Instrument | undefined,
): readonly Row[] {
  const page = pageAt(place, instrument);
  if (!page) return [];
  return page.questions.flatMap((question): readonly Row[] => {
    if (!shown.has(question.key) || apart.has(question.key)) return [];
    const answer = answers[question.key];
    const lines = answerLines(question, answer, reading);
    if (question.kind !== 'items')
      return lines.map((line) => ({
        ...line,
        text: medicines.has(question.kind) ? inCapitals(line.text, reading) : line.text,
        label: question.words[reading.locale].short,
        page: page.id,
      }));
    const onPage = page.items ?? lines.map((_, item) => item);
    return onPage.flatMap((item) => {
      const line = lines[item];
      return line && wasAsked(question, answer, item) ? [{ ...line, page: page.id }] : [];
    });
  });
}

/** Everything that was asked, in the order of the path, by section. */
export const answerRows = (
  path: readonly Place[],
  answers: Answers,
  shown: ReadonlySet<Key>,
  reading: Reading,
  instrument: Instrument | undefined,
): readonly SectionRows[] =>
  sections
    .map((section) => ({
      section,
      rows: path
        .filter((place) => sectionOf(place) === section)
        .flatMap((place) => rowsOf(place, answers, shown, reading, instrument)),
    }))
    .filter(({ rows }) => rows.length > 0);
