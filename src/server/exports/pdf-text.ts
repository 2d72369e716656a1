import { body, type Element, type PdfPages, SIZE, type Style } from './pdf-page.ts';

export type Level = 1 | 2 | 3;

interface Heading {
  readonly level: Level;
  readonly text: string;
}

const BOX_PAD = 6;
/** A box is kept on one page, so a long text gets several. */
const BOX_CHARACTERS = 900;
const HEADING_ABOVE = 8;
const headingSizes = { 1: 17, 2: 13, 3: 11 } as const;
const headingStyle = (level: Level): Style => ({ ...body, size: headingSizes[level], look: 'strong' });

/** Running text, one under the other; what the typeface lacks stands in a box. */
export const pdfText = (page: PdfPages) => {
  /** Headings that wait for what they lead to, so that none stands alone at the foot of a page. */
  const waiting: Heading[] = [];

  const partsOf = (shown: string) => inParts(page.withNote(shown));
  const boxWidth = ({ indent }: Style) => page.fullWidth - indent - 2 * BOX_PAD;

  const write = (parent: Element, tag: string, text: string, style: Style, language?: string): void => {
    const { text: shown, isBoxed } = page.shown(text);
    const said = language === undefined ? {} : { lang: language };
    const x = page.left + style.indent;
    if (!isBoxed) {
      page.write(parent, tag, shown, style, { x, y: page.y(), width: page.fullWidth - style.indent }, said);
    } else {
      const width = boxWidth(style);
      for (const part of partsOf(shown)) {
        const height = page.height(part, style, width) + 2 * BOX_PAD;
        page.keepTogether(height);
        const top = page.y();
        page.box(x, top, page.fullWidth - style.indent, height);
        page.write(parent, tag, part, style, { x: x + BOX_PAD, y: top + BOX_PAD, width }, said);
        page.moveTo(top + height + 2);
      }
    }
    page.skip(style.gap);
  };

  const headingHeight = ({ level, text }: Heading): number => {
    const style = headingStyle(level);
    return HEADING_ABOVE + page.height(page.shown(text).text, style, page.fullWidth) + style.gap;
  };

  return {
    write,
    heading: (level: Level, text: string): void => void waiting.push({ level, text }),
    /** Before anything is written: its headings, and as much of it as must stand under them. */
    begin(height: number): void {
      const headings = waiting.splice(0);
      page.keepTogether(headings.reduce((sum, one) => sum + headingHeight(one), 0) + height);
      for (const { level, text } of headings) {
        if (!page.isAtTop() && level !== 1) page.skip(HEADING_ABOVE);
        write(page.root, `H${level}`, text, headingStyle(level));
      }
    },
    /** How much of a text stays in one piece: a box as a whole, of other texts two lines. */
    firstOf(text: string, style: Style): number {
      const { text: shown, isBoxed } = page.shown(text);
      if (!isBoxed) return style.size * 3;
      const [part = ''] = partsOf(shown);
      return page.height(part, style, boxWidth(style)) + 2 * BOX_PAD;
    },
    heightOf: (text: string, look: 'plain' | 'strong', indent: number): number =>
      page.height(page.shown(text).text, { size: SIZE, look }, page.fullWidth - indent),
  };
};

/** At spaces where there are some. */
const inParts = (text: string): readonly string[] =>
  text.match(new RegExp(`[\\s\\S]{1,${BOX_CHARACTERS}}(?=\\s|$)|[\\s\\S]{1,${BOX_CHARACTERS}}`, 'gu')) ?? [];
