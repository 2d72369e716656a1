import { body, type Element, type PdfPages, type Style } from './pdf-page.ts';

/** What may stand beside its label: more than a few lines would make a pillar of it. */
const SHORT = 300;
const LABEL_SHARE = 0.42;
const GUTTER = 10;
const PAD = 3;

/** Whether a text may stand beside its label. */
export const isShort = (page: PdfPages, text: string): boolean => page.shown(text).text.length <= SHORT;

/** A label and what stands for it, side by side over a thin line. */
export const writePair = (
  page: PdfPages,
  entry: Element,
  {
    label,
    text,
    language,
  }: { readonly label: string; readonly text: string; readonly language?: string | undefined },
  style: Style,
): void => {
  const said = language === undefined ? {} : { lang: language };
  const labelStyle: Style = { ...body, look: 'muted' };
  const labelWidth = page.fullWidth * LABEL_SHARE - GUTTER;
  const shownLabel = page.shown(label).text;
  const { text: plain, isBoxed } = page.shown(text);
  const shown = isBoxed ? page.withNote(plain) : plain;
  const pad = isBoxed ? PAD : 0;
  const x = page.left + page.fullWidth * LABEL_SHARE;
  const width = page.fullWidth * (1 - LABEL_SHARE) - 2 * pad;
  const height = Math.max(
    page.height(shownLabel, labelStyle, labelWidth),
    page.height(shown, style, width) + 2 * pad,
  );
  page.keepTogether(height + 4);
  const top = page.y();
  if (isBoxed) page.box(x, top, width + 2 * pad, height);
  page.write(entry, 'Lbl', shownLabel, labelStyle, { x: page.left, y: top, width: labelWidth }, said);
  page.write(entry, 'LBody', shown, style, { x: x + pad, y: top + pad, width }, said);
  page.moveTo(top + height + 1);
  page.line('hair');
  page.skip(3);
};
