import { expect, test } from 'vitest';
import { plainPerson } from '../screening/plain-person.fixture.ts';
import { sha256 } from '../server/keys/sha256.ts';
import { demoSettings } from '../settings/demo.ts';
import { answeredAnew } from './answered-anew.ts';
import { differenceOf } from './difference.ts';
import { askableKeys, questionsOf, replyPages } from './follow-up.ts';
import { followUpCodeFrom, followUpCodeWritten, readFollowUpCode } from './follow-up-code.ts';
import { frozenOf } from './frozen.fixture.ts';

const today = {
  sha256,
  asOf: '2026-12-01',
  settings: demoSettings,
};

test('C16 an answer given anew is screened again, and every finding that comes or goes is named', () => {
  const before = frozenOf({ ...plainPerson, mi: 'unsure' });
  const after = answeredAnew(before, { mi: 'yes', miWhen: 'within6w' }, today);
  const { lines, appeared, gone, level } = differenceOf(before, after);
  expect(lines.map(({ key, before: was, after: is }) => [key, was?.text, is?.text])).toEqual([
    ['mi', 'I’m not sure', 'Yes'],
    ['miWhen', undefined, expect.any(String)],
  ]);
  expect(appeared.length).toBeGreaterThan(0);
  expect(gone.every(({ status }) => status === 'unknown')).toBe(true);
  expect(level).toEqual({ before: 'none', after: 'none' });
  expect(before.content.answers.mi).toBe('unsure');
});

test('C16 a question left blank in a reply keeps its answer, and what falls off the path counts no more', () => {
  const before = frozenOf({ ...plainPerson, mi: 'yes', miWhen: 'over6m' });
  const after = answeredAnew(before, { mi: 'no' }, today);
  expect(after.content.answers.miWhen).toBeUndefined();
  expect(after.content.answers.phq9).toEqual(plainPerson.phq9);
  expect(differenceOf(before, after).lines.find(({ key }) => key === 'miWhen')?.after).toBeNull();
});

test('C16 thoughts of death that are told in a reply lift the level', () => {
  const before = frozenOf(plainPerson);
  const after = answeredAnew(before, { phq9: [2, 2, 2, 2, 2, 2, 2, 3, 2] }, today);
  expect(differenceOf(before, after).level).toEqual({ before: 'none', after: 'sameDay' });
});

test('nothing that changed is no difference', () => {
  const before = frozenOf(plainPerson);
  expect(differenceOf(before, answeredAnew(before, {}, today))).toMatchObject({
    lines: [],
    appeared: [],
    gone: [],
  });
});

test('a question brings with it those of its page that wait for it, and is asked whatever else was said', () => {
  expect(questionsOf(['mi']).map(({ key }) => key)).toEqual(['mi', 'miWhen']);
  // Whoever is asked the ASQ again is asked about this very moment, too.
  expect(questionsOf(['asq1', 'asq2', 'asq3', 'asq4']).map(({ key }) => key)).toContain('asq5');
  const [alone] = questionsOf(['miWhen']);
  expect(alone?.key).toBe('miWhen');
  expect(alone?.shown).toBeUndefined();
  expect(questionsOf(['mi', 'miWhen']).find(({ key }) => key === 'miWhen')?.shown).toBeDefined();
});

test.each(['birthDate', 'consents', 'emergencyNow', 'completedBy', 'mainGoal'])(
  '%s is never asked again by a message',
  (key) => {
    expect(askableKeys.has(key)).toBe(false);
  },
);

test('the code of a link is read back from how it is written, spoken and followed', () => {
  const code = followUpCodeFrom(Uint8Array.from({ length: 26 }, (_, n) => n * 7));
  expect(code).toHaveLength(26);
  for (const typed of [followUpCodeWritten(code), code.toLowerCase(), `https://x/follow-up#${code}`])
    expect(readFollowUpCode(typed)).toBe(code);
  expect(readFollowUpCode(code.slice(1))).toBeUndefined();
});

test('an instrument that is asked again keeps its pages, item 9 alone, and a question of the clinic has its own', () => {
  const pages = replyPages({ texts: ['How is your sleep?'], keys: ['phq9'] });
  expect(pages.map(({ questions, items }) => [questions.map(({ key }) => key), items])).toEqual([
    [['text0'], undefined],
    [['phq9'], [0, 1, 2]],
    [['phq9'], [3, 4, 5]],
    [['phq9'], [6, 7]],
    [['phq9'], [8]],
    [['phq9Difficulty'], undefined],
  ]);
});
