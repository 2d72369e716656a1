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

export type Look = 'plain' | 'strong' | 'muted';
export interface Style {
  readonly size: number;
  readonly look: Look;
  readonly indent: number;
  readonly gap: number;
}

/** Text as it is printed; `isBoxed` where characters are named that the typeface does not draw. */
export interface Shown {
  readonly text: string;
  readonly isBoxed: boolean;
}

export type Element = ReturnType<PDFKit.PDFDocument['struct']>;

/** What an element may say of itself: the language of an answer, or which way a heading of a table leads. */
export type Said = PDFKit.Mixins.StructureElementOptions;

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: 'Column' | 'Row';
    }
  }
}

export const SIZE = 10;
export const body: Style = { size: SIZE, look: 'plain', indent: 0, gap: 4 };

const MARGIN = 54;
const FOOT = 30;
const colours = { text: '#16202a', muted: '#47535f' } as const;
/** Width in points and colour. */
const lines = {
  plain: [0.75, '#7b8794'],
  row: [0.5, '#7b8794'],
  hair: [0.25, '#c4cbd3'],
} as const;

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

/** Pages of tagged text: what is written has its place in the structure, what is drawn beside it is an artifact. */
export const pdfPages = (facts: DocumentFacts, { compress }: { readonly compress: boolean }) => {
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
    compress,
    font: '',
    info: { Title: facts.title, Creator: 'Prelude', CreationDate: facts.madeAt, ModDate: facts.madeAt },
  });
  doc.registerFont('plain', regular);
  doc.registerFont('strong', bold);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const root = doc.struct('Document');
  doc.addStructure(root);

  const { top, left, right } = doc.page.margins;
  const fullWidth = doc.page.width - left - right;
  const room = () => doc.page.height - doc.page.margins.bottom - doc.y;

  const use = ({ size, look }: Pick<Style, 'size' | 'look'>) =>
    doc
      .font(look === 'strong' ? 'strong' : 'plain')
      .fontSize(size)
      .fillColor(look === 'muted' ? colours.muted : colours.text);

  const beside = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
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
    root,
    left,
    fullWidth,
    room,
    y: () => doc.y,
    moveTo(y: number): void {
      doc.y = y;
    },
    skip(points: number): void {
      doc.y += points;
    },
    isAtTop: () => doc.y <= top,
    nextPage: () => void doc.addPage(),
    pages: () => doc.bufferedPageRange().count,
    /** Goes on to the next page where this one has no room for so much. */
    keepTogether(height: number): void {
      if (room() < height && doc.y > top) doc.addPage();
    },

    shown(text: string): Shown {
      const stretches = printable(text, draws);
      return { text: joined(stretches), isBoxed: stretches.some(({ isNamed }) => isNamed) };
    },
    withNote: (text: string): string =>
      facts.namedCharacters === '' ? text : `${text}\n(${facts.namedCharacters})`,
    height: (shown: string, style: Pick<Style, 'size' | 'look'>, width: number): number =>
      use(style).heightOfString(shown, { features, width }),

    /** One element with its text, at a place and as wide as told. */
    write(
      parent: Element,
      tag: string,
      shown: string,
      style: Style,
      at: { readonly x: number; readonly y: number; readonly width: number },
      said: Said = {},
    ): void {
      const draw = () => void use(style).text(shown, at.x, at.y, { features, width: at.width });
      parent.add(doc.struct(tag, said, [draw]));
    },
    group(tag: string, parent: Element, fill: (element: Element) => void): void {
      const element = doc.struct(tag);
      parent.add(element);
      fill(element);
      element.end();
    },

    line(kind: keyof typeof lines): void {
      const [width, colour] = lines[kind];
      beside(() =>
        doc
          .moveTo(left, doc.y)
          .lineTo(left + fullWidth, doc.y)
          .lineWidth(width)
          .stroke(colour),
      );
    },
    box(x: number, y: number, width: number, height: number): void {
      const [lineWidth, colour] = lines.plain;
      beside(() => doc.rect(x, y, width, height).lineWidth(lineWidth).stroke(colour));
    },

    end: (): Promise<Buffer> =>
      new Promise((resolve, reject) => {
        doc.on('end', () => resolve(Buffer.concat(chunks)));
        doc.on('error', reject);
        numberPages();
        root.end();
        doc.end();
      }),
  };
};

export type PdfPages = ReturnType<typeof pdfPages>;

const joined = (stretches: readonly Stretch[]): string =>
  withoutEndlessWords(stretches.map(({ text }) => text).join(''));
