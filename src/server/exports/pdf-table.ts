import { body, type Element, type PdfPages, SIZE, type Style } from './pdf-page.ts';

const BETWEEN = 8;
const PAD = 3;

const rowStyle = (isHead: boolean): Style => ({
  ...body,
  size: SIZE - 1,
  look: isHead ? 'strong' : 'plain',
  gap: 0,
});

/** @param widths the share of each column */
export const pdfTable = (page: PdfPages, rows: readonly (readonly string[])[], widths: readonly number[]) => {
  const shown = rows.map((cells) => cells.map((cell) => page.shown(cell).text));
  const columns = widths.map((share) => share * page.fullWidth);
  const widthOf = (column: number) => (columns[column] ?? 0) - BETWEEN;

  const rowHeight = (cells: readonly string[], style: Style): number =>
    Math.max(...cells.map((cell, column) => page.height(cell, style, widthOf(column)))) + 2 * PAD;

  const writeRow = (table: Element, cells: readonly string[], isHead: boolean): void => {
    const style = rowStyle(isHead);
    const height = rowHeight(cells, style);
    page.keepTogether(height);
    const top = page.y();
    page.group('TR', table, (row) => {
      let x = page.left;
      cells.forEach((cell, column) => {
        const at = { x, y: top + PAD, width: widthOf(column) };
        if (isHead) page.write(row, 'TH', cell, style, at, { scope: 'Column' });
        else if (column === 0) page.write(row, 'TH', cell, style, at, { scope: 'Row' });
        else page.write(row, 'TD', cell, style, at);
        x += columns[column] ?? 0;
      });
    });
    page.moveTo(top + height);
    page.line('row');
  };

  return {
    /** The headings of the columns with the row that follows them. */
    startHeight: (): number =>
      shown.slice(0, 2).reduce((sum, cells, at) => sum + rowHeight(cells, rowStyle(at === 0)), 0),
    write: (): void =>
      page.group('Table', page.root, (table) => {
        for (const [at, cells] of shown.entries()) writeRow(table, cells, at === 0);
      }),
  };
};
