import PDFDocument from 'pdfkit';
import { printable, type Stretch, withoutEndlessWords } from './printable.ts';
import { typeface } from './typeface.ts';

/** What a document says of itself. The title stands in windows and lists of files: it names nobody. */
export interface DocumentFacts {
  readonly title: string;
  readonly language: 'en-US' | 'es-US';
  /** Fixed, so that the same submission makes the same file. */
  readonly madeAt: Date;
  /** In the language of the document: said in the box around a text that has such characters; '' where it is said once. */
  readonly namedCharacters: string;
  /** At the foot of each page. */
  readonly foot: (page: number, pages: number) => string;
}

export interface Answered {
  readonly label: string;
  readonly text: string;
  /** Skipped and declined look unlike an answer. */
  readonly isAbsent: boolean;
  /** Of the answer, where it is not that of the document. */
  readonly language?: 'en-US' | 'es-US' | undefined;
}

/** A tagged page-maker: everything written has its place in the structure, everything drawn beside it is an artifact. */
export interface TaggedPdf {
  heading(level: 1 | 2 | 3, text: string): void;
  paragraph(text: string, look?: 'plain' | 'strong' | 'muted'): void;
  list(items: readonly string[]): void;
  answers(answered: readonly Answered[]): void;
  /** The same side by side, where an answer is short enough for that. */
  facts(answered: readonly Answered[]): void;
  /** The first row are the headings. */
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

const MARGIN = 54;
const FOOT = 30;
const SIZE = 10;
const INDENT = 12;
const BOX_PAD = 6;
/** A box is kept on one page, so a long text gets several. */
const BOX_CHARACTERS = 900;
/** What may stand beside its label: more than a few lines would make a pillar of it. */
const SHORT = 300;
const LABEL_SHARE = 0.42;
const GUTTER = 10;
const PAIR_PAD = 3;
const HEADING_ABOVE = 8;
const colours = { text: '#16202a', muted: '#47535f', line: '#7b8794', hairline: '#c4cbd3' } as const;
const headingSizes = { 1: 17, 2: 13, 3: 11 } as const;

/** The library knows it since 0.18; its types do not yet. */
const PDF_UA: string = 'PDF/UA';

/**
 * Each character is one glyph that says which character it is. The typeface would join letters and take letters with
 * marks apart, and the marks could then not be copied, searched or read aloud. The library takes this, too; its types
 * know only the list of what to add.
 */
const LETTER_BY_LETTER: unknown = Object.fromEntries(
  ['ccmp', 'locl', 'rlig', 'liga', 'clig', 'calt', 'rclt', 'kern', 'frac', 'numr', 'dnom'].map((feature) => [
    feature,
    false,
  ]),
);
const features = LETTER_BY_LETTER as NonNullable<PDFKit.Mixins.TextOptions['features']>;

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: 'Column' | 'Row';
    }
  }
}

type Look = 'plain' | 'strong' | 'muted';
type Element = ReturnType<PDFKit.PDFDocument['struct']>;
interface Style {
  readonly size: number;
  readonly look: Look;
  readonly indent: number;
  readonly gap: number;
}

const body: Style = { size: SIZE, look: 'plain', indent: 0, gap: 4 };

export const taggedPdf = (facts: DocumentFacts, options: { readonly compress?: boolean } = {}): TaggedPdf => {
  const { regular, bold, draws } = typeface();
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN + FOOT / 2, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: PDF_UA as NonNullable<PDFKit.PDFDocumentOptions['subset']>,
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    bufferPages: true,
    compress: options.compress ?? true,
    font: '',
    info: { Title: facts.title, Creator: 'Prelude', CreationDate: facts.madeAt, ModDate: facts.madeAt },
  });
  doc.registerFont('plain', regular);
  doc.registerFont('strong', bold);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const root = doc.struct('Document');
  doc.addStructure(root);

  const left = doc.page.margins.left;
  const fullWidth = doc.page.width - doc.page.margins.left - doc.page.margins.right;
  const bottom = () => doc.page.height - doc.page.margins.bottom;
  const room = () => bottom() - doc.y;

  const use = ({ size, look }: Pick<Style, 'size' | 'look'>) =>
    doc
      .font(look === 'strong' ? 'strong' : 'plain')
      .fontSize(size)
      .fillColor(look === 'muted' ? colours.muted : colours.text);

  const keepTogether = (height: number) => {
    if (room() < height && doc.y > doc.page.margins.top) doc.addPage();
  };

  /** Headings that wait for what they lead to, so that none stands alone at the foot of a page. */
  const waiting: { readonly level: 1 | 2 | 3; readonly text: string }[] = [];
  const headingStyle = (level: 1 | 2 | 3): Style => ({
    size: headingSizes[level],
    look: 'strong',
    indent: 0,
    gap: 4,
  });
  const headingHeight = ({ level, text }: (typeof waiting)[number]): number =>
    HEADING_ABOVE +
    use(headingStyle(level)).heightOfString(joined(printable(text, draws)), { features, width: fullWidth }) +
    headingStyle(level).gap;

  /** Before anything is written: its headings, and as much of it as must stand under them. */
  const begin = (height: number) => {
    const headings = waiting.splice(0);
    keepTogether(headings.reduce((sum, one) => sum + headingHeight(one), 0) + height);
    for (const { level, text } of headings) {
      if (doc.y > doc.page.margins.top) doc.y += level === 1 ? 0 : HEADING_ABOVE;
      write(root, `H${level}`, text, headingStyle(level));
    }
  };

  /** How much of a text stays in one piece: a box as a whole, of other texts two lines. */
  const firstOf = (text: string, style: Style): number => {
    const stretches = printable(text, draws);
    const [part = ''] = inParts(withNote(joined(stretches)));
    if (!stretches.some(({ isNamed }) => isNamed)) return style.size * 3;
    const width = fullWidth - style.indent - 2 * BOX_PAD;
    return use(style).heightOfString(part, { features, width }) + 2 * BOX_PAD;
  };

  const beside = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };

  /** Writes one text as one or more elements under a parent; what the typeface lacks stands in a box. */
  const write = (parent: Element, tag: string, text: string, style: Style, language?: string) => {
    const stretches = printable(text, draws);
    const shown = joined(stretches);
    const lang = language === undefined ? {} : { lang: language };
    if (stretches.every(({ isNamed }) => !isNamed)) {
      parent.add(
        doc.struct(tag, lang, [
          () => {
            use(style).text(shown, left + style.indent, doc.y, { features, width: fullWidth - style.indent });
          },
        ]),
      );
    } else {
      const parts = inParts(withNote(shown));
      for (const part of parts) {
        const width = fullWidth - style.indent - 2 * BOX_PAD;
        const height = use(style).heightOfString(part, { features, width }) + 2 * BOX_PAD;
        keepTogether(height);
        const top = doc.y;
        beside(() =>
          doc
            .rect(left + style.indent, top, fullWidth - style.indent, height)
            .lineWidth(0.75)
            .stroke(colours.line),
        );
        parent.add(
          doc.struct(tag, lang, [
            () => {
              use(style).text(part, left + style.indent + BOX_PAD, top + BOX_PAD, { features, width });
            },
          ]),
        );
        doc.y = top + height + 2;
      }
    }
    doc.y += style.gap;
  };

  const group = (tag: string, parent: Element, fill: (element: Element) => void) => {
    const element = doc.struct(tag);
    parent.add(element);
    fill(element);
    element.end();
  };

  const withNote = (shown: string) =>
    facts.namedCharacters === '' ? shown : `${shown}\n(${facts.namedCharacters})`;

  const isShort = (text: string) => joined(printable(text, draws)).length <= SHORT;

  /** A label and what stands for it, on one line if both are short. */
  const writePair = (entry: Element, label: string, text: string, style: Style, language?: string) => {
    const lang = language === undefined ? {} : { lang: language };
    const labelStyle: Style = { ...body, look: 'muted' };
    const labelWidth = fullWidth * LABEL_SHARE - GUTTER;
    const stretches = printable(text, draws);
    const isBoxed = stretches.some(({ isNamed }) => isNamed);
    const pad = isBoxed ? PAIR_PAD : 0;
    const textWidth = fullWidth * (1 - LABEL_SHARE) - 2 * pad;
    const shownLabel = joined(printable(label, draws));
    const shown = isBoxed ? withNote(joined(stretches)) : joined(stretches);
    const height = Math.max(
      use(labelStyle).heightOfString(shownLabel, { features, width: labelWidth }),
      use(style).heightOfString(shown, { features, width: textWidth }) + 2 * pad,
    );
    keepTogether(height + 4);
    const top = doc.y;
    const textLeft = left + fullWidth * LABEL_SHARE;
    if (isBoxed)
      beside(() =>
        doc
          .rect(textLeft, top, textWidth + 2 * pad, height)
          .lineWidth(0.75)
          .stroke(colours.line),
      );
    entry.add(
      doc.struct('Lbl', lang, [
        () => void use(labelStyle).text(shownLabel, left, top, { features, width: labelWidth }),
      ]),
    );
    entry.add(
      doc.struct('LBody', lang, [
        () => void use(style).text(shown, textLeft + pad, top + pad, { features, width: textWidth }),
      ]),
    );
    doc.y = top + height + 1;
    beside(() =>
      doc
        .moveTo(left, doc.y)
        .lineTo(left + fullWidth, doc.y)
        .lineWidth(0.25)
        .stroke(colours.hairline),
    );
    doc.y += 3;
  };

  const rowStyle = (isHead: boolean): Style => ({
    size: SIZE - 1,
    look: isHead ? 'strong' : 'plain',
    indent: 0,
    gap: 0,
  });

  const rowHeight = (cells: readonly string[], widths: readonly number[], isHead: boolean): number => {
    const heights = cells.map((cell, at) =>
      use(rowStyle(isHead)).heightOfString(joined(printable(cell, draws)), {
        features,
        width: (widths[at] ?? 0) * fullWidth - 8,
      }),
    );
    return Math.max(...heights) + 6;
  };

  const row = (table: Element, cells: readonly string[], widths: readonly number[], isHead: boolean) => {
    const style = rowStyle(isHead);
    const shown = cells.map((cell) => joined(printable(cell, draws)));
    const columns = widths.map((share) => share * fullWidth);
    const height = rowHeight(cells, widths, isHead);
    keepTogether(height);
    const top = doc.y;
    group('TR', table, (line) => {
      let x = left;
      shown.forEach((cell, at) => {
        const width = columns[at] ?? 0;
        const from = x;
        line.add(
          doc.struct(
            isHead || at === 0 ? 'TH' : 'TD',
            isHead ? { scope: 'Column' } : at === 0 ? { scope: 'Row' } : {},
            [
              () => {
                use(style).text(cell, from, top + 3, { features, width: width - 8 });
              },
            ],
          ),
        );
        x += width;
      });
    });
    doc.y = top + height;
    beside(() =>
      doc
        .moveTo(left, doc.y)
        .lineTo(left + fullWidth, doc.y)
        .lineWidth(0.5)
        .stroke(colours.line),
    );
  };

  const numberPages = () => {
    const { count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      doc.switchToPage(page);
      const { margins } = doc.page;
      // The foot stands below the margin, where text would begin a new page.
      doc.page.margins = { ...margins, bottom: 0 };
      doc.markContent('Artifact', { type: 'Pagination' });
      use({ size: 8, look: 'muted' }).text(facts.foot(page + 1, count), left, doc.page.height - MARGIN + 6, {
        width: fullWidth,
        features,
        lineBreak: false,
      });
      doc.endMarkedContent();
      doc.page.margins = margins;
    }
  };

  return {
    heading: (level, text) => void waiting.push({ level, text }),
    paragraph: (text, look = 'plain') => {
      // What is said in bold leads on to what follows it.
      begin(look === 'strong' ? SIZE * 6 : firstOf(text, { ...body, look }));
      write(root, 'P', text, { ...body, look });
    },
    list: (items) => {
      begin(SIZE * 3);
      group('L', root, (list) => {
        for (const item of items) {
          keepTogether(SIZE * 2);
          group('LI', list, (entry) =>
            write(entry, 'LBody', `• ${item}`, { ...body, indent: INDENT, gap: 2 }),
          );
        }
      });
    },
    answers: (answered) => {
      const labelStyle: Style = { ...body, look: 'strong', gap: 1 };
      const textStyle = (isAbsent: boolean): Style => ({
        ...body,
        look: isAbsent ? 'muted' : 'plain',
        indent: INDENT,
        gap: 6,
      });
      const shownOf = ({ text, isAbsent }: Answered) => (isAbsent ? `— ${text} —` : text);
      /** A label leads on to what stands for it, like a heading. */
      const startOf = (one: Answered): number =>
        firstOf(one.label, labelStyle) + firstOf(shownOf(one), textStyle(one.isAbsent));
      const [first] = answered;
      if (first) begin(startOf(first));
      group('L', root, (list) => {
        for (const one of answered) {
          keepTogether(startOf(one));
          group('LI', list, (entry) => {
            write(entry, 'Lbl', one.label, labelStyle, one.language);
            write(entry, 'LBody', shownOf(one), textStyle(one.isAbsent), one.language);
          });
        }
      });
    },
    facts: (answered) => {
      begin(SIZE * 8);
      group('L', root, (list) => {
        for (const { label, text, isAbsent, language } of answered) {
          group('LI', list, (entry) => {
            const style: Style = { ...body, look: isAbsent ? 'muted' : 'plain', indent: INDENT, gap: 6 };
            if (isShort(text)) writePair(entry, label, text, style, language);
            else {
              keepTogether(SIZE * 4);
              write(entry, 'Lbl', label, { ...body, look: 'muted', gap: 1 }, language);
              write(entry, 'LBody', text, style, language);
            }
          });
        }
      });
      doc.y += 4;
    },
    table: (rows, widths) => {
      const start = rows.slice(0, 2).map((cells, at) => rowHeight(cells, widths, at === 0));
      begin(start.reduce((sum, height) => sum + height, 0));
      group('Table', root, (table) => {
        for (const [at, cells] of rows.entries()) row(table, cells, widths, at === 0);
      });
      doc.y += 6;
    },
    rule: () => {
      begin(SIZE);
      doc.y += 2;
      beside(() =>
        doc
          .moveTo(left, doc.y)
          .lineTo(left + fullWidth, doc.y)
          .lineWidth(0.75)
          .stroke(colours.line),
      );
      doc.y += 6;
    },
    lastLine: (text) => {
      begin(0);
      write(root, 'P', text, { ...body, look: 'strong', gap: 0 });
    },
    nextPage: () => {
      begin(0);
      doc.addPage();
    },
    pages: () => doc.bufferedPageRange().count,
    room: () => {
      begin(SIZE * 3);
      return room();
    },
    heightOf: (text, look = 'plain') => {
      const shown = joined(printable(text, draws));
      return use({ size: SIZE, look }).heightOfString(shown, { features, width: fullWidth - INDENT });
    },
    end: () =>
      new Promise((resolve, reject) => {
        doc.on('end', () => resolve(Buffer.concat(chunks)));
        doc.on('error', reject);
        begin(0);
        numberPages();
        root.end();
        doc.end();
      }),
  };
};

const joined = (stretches: readonly Stretch[]): string =>
  withoutEndlessWords(stretches.map(({ text }) => text).join(''));

/** At spaces where there are some. */
const inParts = (text: string): readonly string[] =>
  text.match(new RegExp(`[\\s\\S]{1,${BOX_CHARACTERS}}(?=\\s|$)|[\\s\\S]{1,${BOX_CHARACTERS}}`, 'gu')) ?? [];
