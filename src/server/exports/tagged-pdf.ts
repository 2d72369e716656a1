import { body, type DocumentFacts, type Look, pdfPages, SIZE, type Style } from './pdf-page.ts';
import { isShort, writePair } from './pdf-pair.ts';
import { pdfTable } from './pdf-table.ts';
import { type Level, pdfText } from './pdf-text.ts';

export interface Answered {
  readonly label: string;
  readonly text: string;
  /** Skipped and declined look unlike an answer. */
  readonly isAbsent: boolean;
  /** Of the answer, where it is not that of the document. */
  readonly language?: 'en-US' | 'es-US' | undefined;
}

/** A document that is written from top to bottom, and read aloud in the same order. */
export interface TaggedPdf {
  heading(level: Level, text: string): void;
  paragraph(text: string, look?: Look): void;
  list(items: readonly string[]): void;
  answers(answered: readonly Answered[]): void;
  /** The same side by side, where an answer is short enough for that. */
  facts(answered: readonly Answered[]): void;
  /** The first row are the headings; `widths` are shares of the page. */
  table(rows: readonly (readonly string[])[], widths: readonly number[]): void;
  rule(): void;
  /** A line in bold that stays on this page, though nothing follows it. */
  lastLine(text: string): void;
  nextPage(): void;
  /** How many points are left on the page, and how many a text would take. */
  room(): number;
  heightOf(text: string, look?: 'plain' | 'strong'): number;
  /** How many pages there are so far. */
  pages(): number;
  end(): Promise<Buffer>;
}

const INDENT = 12;
const answerStyle = (isAbsent: boolean): Style => ({
  ...body,
  look: isAbsent ? 'muted' : 'plain',
  indent: INDENT,
  gap: 6,
});

export const taggedPdf = (
  document: DocumentFacts,
  { compress = true }: { readonly compress?: boolean } = {},
): TaggedPdf => {
  const page = pdfPages(document, { compress });
  const text = pdfText(page);
  const { root } = page;

  return {
    heading: text.heading,
    paragraph: (words, look = 'plain') => {
      const style: Style = { ...body, look };
      // What is said in bold leads on to what follows it.
      text.begin(look === 'strong' ? SIZE * 6 : text.firstOf(words, style));
      text.write(root, 'P', words, style);
    },
    list: (items) => {
      text.begin(SIZE * 3);
      page.group('L', root, (list) => {
        for (const item of items) {
          page.keepTogether(SIZE * 2);
          page.group('LI', list, (entry) =>
            text.write(entry, 'LBody', `• ${item}`, { ...body, indent: INDENT, gap: 2 }),
          );
        }
      });
    },
    answers: (answered) => {
      const labelStyle: Style = { ...body, look: 'strong', gap: 1 };
      const shownOf = (one: Answered) => (one.isAbsent ? `— ${one.text} —` : one.text);
      /** A label leads on to what stands for it, like a heading. */
      const startOf = (one: Answered): number =>
        text.firstOf(one.label, labelStyle) + text.firstOf(shownOf(one), answerStyle(one.isAbsent));
      const [first] = answered;
      if (first) text.begin(startOf(first));
      page.group('L', root, (list) => {
        for (const one of answered) {
          page.keepTogether(startOf(one));
          page.group('LI', list, (entry) => {
            text.write(entry, 'Lbl', one.label, labelStyle, one.language);
            text.write(entry, 'LBody', shownOf(one), answerStyle(one.isAbsent), one.language);
          });
        }
      });
    },
    facts: (answered) => {
      text.begin(SIZE * 8);
      page.group('L', root, (list) => {
        for (const one of answered) {
          const style = answerStyle(one.isAbsent);
          page.group('LI', list, (entry) => {
            if (isShort(page, one.text)) return writePair(page, entry, one, style);
            page.keepTogether(SIZE * 4);
            text.write(entry, 'Lbl', one.label, { ...body, look: 'muted', gap: 1 }, one.language);
            text.write(entry, 'LBody', one.text, style, one.language);
          });
        }
      });
      page.skip(4);
    },
    table: (rows, widths) => {
      const table = pdfTable(page, rows, widths);
      text.begin(table.startHeight());
      table.write();
      page.skip(6);
    },
    rule: () => {
      text.begin(SIZE);
      page.skip(2);
      page.line('plain');
      page.skip(6);
    },
    lastLine: (words) => {
      text.begin(0);
      text.write(root, 'P', words, { ...body, look: 'strong', gap: 0 });
    },
    nextPage: () => {
      text.begin(0);
      page.nextPage();
    },
    pages: page.pages,
    room: () => {
      text.begin(SIZE * 3);
      return page.room();
    },
    heightOf: (words, look = 'plain') => text.heightOf(words, look, INDENT),
    end: () => {
      text.begin(0);
      return page.end();
    },
  };
};
