import { describe, expect, test } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { replyPages } from '../../submission/follow-up.ts';
import { bodyOf, courseOf, isBlank } from './course.ts';

const { thresholds } = demoSettings;
const circumstances = { asOf: '2026-11-22', locationCount: 0 };
const followUp = {
  id: '6f1c0a52-9c1e-4a53-8f0e-2f3a5a1b7c11',
  texts: ['Which heart medicine do you take?'],
  keys: ['mi', 'sbp', 'dbp', 'heightIn', 'weightLb', 'phq9'],
};
const pages = replyPages(followUp);
const course = courseOf(pages, { circumstances, thresholds });
const page = (id: string) => {
  const found = pages.find((one) => one.id === id);
  if (!found) throw new Error(`There is no page ${id}`);
  return found;
};

describe('the way through a reply', () => {
  test.each([
    ['odd', { sbp: 80, dbp: 120 }, [{ kind: 'check', check: 'pressureCheck' }]],
    ['very high', { sbp: 200, dbp: 100 }, [{ kind: 'check', check: 'pressureCheck' }]],
    ['half given', { sbp: 120 }, [{ kind: 'check', check: 'pressureCheck' }]],
    ['usual', { sbp: 120, dbp: 80 }, []],
    ['blank', {}, []],
  ])('P09 asks to check a blood pressure that is %s: %#', (_, given, expected) => {
    expect(course.interruptions(page('pressure'), given)).toEqual(expected);
  });

  test('asks to check a height and a weight that do not go together', () => {
    expect(course.interruptions(page('size'), { heightIn: 70, weightLb: 60 })).toEqual([
      { kind: 'check', check: 'sizeCheck' },
    ]);
  });

  test('does not ask for the other half of a pair of which one number was asked for', () => {
    const half = replyPages({ texts: [], keys: ['sbp'] });
    const [only] = half;
    if (!only) throw new Error('There is no page');
    expect(courseOf(half, { circumstances, thresholds }).interruptions(only, { sbp: 120 })).toEqual([]);
  });

  test('P11 support comes up after thoughts of death', () => {
    const given = { phq9: [0, 0, 0, 0, 0, 0, 0, 0, 1] };
    expect(course.interruptions(page('phq9Thoughts'), given)).toEqual([
      { kind: 'support', about: 'thoughts' },
    ]);
  });

  test('an answer whose question another answer took away is not sent', () => {
    const given = course.relevant({ text0: 'Metoprolol', mi: 'no', miWhen: 'over6m' });
    expect(bodyOf(followUp, given, 'en')).toEqual({
      followUpId: followUp.id,
      language: 'en',
      texts: ['Metoprolol'],
      answers: { mi: 'no' },
    });
  });

  test('a reply without any answer is blank', () => {
    expect(isBlank(bodyOf(followUp, course.relevant({ mi: undefined }), 'en'))).toBe(true);
  });
});
