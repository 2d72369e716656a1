import { expect, it } from 'vitest';
import { textOfPdf } from './pdf-reader.fixture.ts';
import { type TaggedPdf, taggedPdf } from './tagged-pdf.ts';

const pdfWith = async (write: (pdf: TaggedPdf) => void): Promise<readonly string[]> => {
  const pdf = taggedPdf(
    {
      title: 'A document',
      language: 'en-US',
      madeAt: new Date('2026-11-22T15:00:00Z'),
      namedCharacters: '',
      foot: () => 'the foot',
    },
    { compress: false },
  );
  write(pdf);
  return textOfPdf(await pdf.end()).split('the foot');
};

const lastLine = (page: string): string => page.trim().split('\n').at(-1) ?? '';

const leads: readonly (readonly [string, (pdf: TaggedPdf) => void])[] = [
  ['a heading under a heading', (pdf) => pdf.answers([{ label: 'Label', text: 'said', isAbsent: false }])],
  [
    'a table',
    (pdf) =>
      pdf.table(
        [
          ['A', 'B'],
          ['long '.repeat(40), 'x'],
        ],
        [0.3, 0.7],
      ),
  ],
  [
    'a boxed text in another script',
    (pdf) => pdf.answers([{ label: 'Label', text: '安娜'.repeat(40), isAbsent: false }]),
  ],
  ['a fact', (pdf) => pdf.facts([{ label: 'Label', text: 'word '.repeat(50), isAbsent: false }])],
];

it.each(leads)('C13 no heading stands alone at the foot of a page, wherever %s falls', async (_, follows) => {
  const pages = await pdfWith((pdf) => {
    // A page holds some fifty lines: every place on it is met.
    for (let place = 0; place < 16; place += 1) {
      pdf.nextPage();
      pdf.paragraph(Array.from({ length: 32 + place }, () => 'a line of text').join('\n'));
      pdf.heading(2, 'A SECTION');
      pdf.heading(3, 'A PART');
      follows(pdf);
    }
  });
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((page) => /A SECTION|A PART|Label/.test(lastLine(page)))).toEqual([]);
});
