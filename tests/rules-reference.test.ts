import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Rule } from '../src/screening/rule.ts';
import { rules } from '../src/screening/rules.ts';

/** The rows of section 3.3 of the clinical reference, as they stand in the document. */
const rows = readFileSync('docs/clinical-reference.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `[A-Z0-9-]+` \| (core|ext) \|/.test(line))
  .map((line) => {
    const [id = '', tier, , spravato, ivKetamine, unknown, , clinician = '', source = ''] = line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim());
    return { id: id.replaceAll('`', ''), tier, spravato, ivKetamine, unknown, clinician, source };
  });

/** What the document tells developers inside a clinician's words: the trials and the section stand there in full. */
const toDevelopers: Readonly<Record<string, readonly [string, string]>> = {
  'TRD-NOT-MET': [' (show each trial and the reason it did not count).', ' ({trials}).'],
  'TRD-UNKNOWN': [': list the missing dose/weeks/episode answers.', ' ({trials}).'],
  'IND-IVK-OFFLABEL': [' (section 2.5).', '.'],
};

const wordsOf = ({ id, clinician }: (typeof rows)[number]) => {
  const [told, shown] = toDevelopers[id] ?? ['', ''];
  return clinician.replaceAll('*', '').replace(told, shown);
};

const asInDocument = (rule: Rule) => ({
  id: rule.id,
  tier: rule.tier === 'core' ? 'core' : 'ext',
  spravato: rule.severity.spravato ?? '–',
  ivKetamine: rule.severity.ivKetamine ?? '–',
  unknown: rule.unknown,
  clinician: rule.clinician,
  sources: rule.sources.join(', '),
});

test('the rules are those of the clinical reference, in its order', () => {
  expect(rules.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test.each(rows)('$id has the tier, weights, words and sources of the clinical reference', (row) => {
  const rule = rules.find(({ id }) => id === row.id);
  expect(rule && asInDocument(rule)).toEqual({
    id: row.id,
    tier: row.tier,
    spravato: row.spravato,
    ivKetamine: row.ivKetamine,
    unknown: row.unknown,
    clinician: wordsOf(row),
    sources: row.source,
  });
});

test('the tags are those the clinical reference names', () => {
  const tagged = (tag: string) =>
    rules.filter((rule) => rule.tags?.some((one) => one === tag)).map(({ id }) => id);
  expect(tagged('inferred')).toEqual(['CV-ANEURYSM', 'CV-AVM', 'CV-ICH']);
  expect(tagged('consensusContraindication').toSorted()).toEqual(
    [
      'PSY-PSYCHOSIS-CURRENT',
      'PSY-SCHIZ',
      'CV-BP-SEVERE',
      'CV-HTN-UNCONTROLLED',
      'CV-CARDIAC-SX',
      'NEU-ICP',
      'EYE-PRESSURE',
      'HEP-SEVERE',
      'RP-PREGNANT',
      'SB-SUD-ACTIVE',
    ].toSorted(),
  );
});
