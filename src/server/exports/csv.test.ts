import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, literal } from './csv.ts';

describe('C15: a field of a list', () => {
  it.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+1 615', "'+1 615"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['|whoami', "'|whoami"],
    ['＝1+1', "'＝1+1"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['fine\n=HYPERLINK("http://evil.example")', 'fine\n\'=HYPERLINK("http://evil.example")'],
    ['one\r\n-two', "one\r\n'-two"],
    ['\r=1', "'\r'=1"],
    ['a=b', 'a=b'],
    ['', ''],
    ['O’Neil, "Annie"', 'O’Neil, "Annie"'],
  ])('%j is shown as it was typed: %j', (typed, shown) => {
    expect(literal(typed)).toBe(shown);
  });

  it('never begins a line with what a spreadsheet reckons with', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\n', '\r', '\t', ' ', 'a', '"', ',') }),
        (typed) => {
          for (const line of literal(typed).split(/[\r\n]/)) expect(line).not.toMatch(/^[ \t]*[=+\-@|%]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('C15: a list is RFC 4180: quoted, doubled quotes, CRLF, a byte order mark in front', () => {
  expect(
    csvOf([
      ['a', 'b'],
      ['say "so"', 'x\ny'],
      ['', '1,5'],
    ]),
  ).toBe('\ufeff"a","b"\r\n"say ""so""","x\ny"\r\n"","1,5"\r\n');
});
