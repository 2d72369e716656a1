import { describe, expect, test } from 'vitest';
import type { Answers } from '../steps/catalog.ts';
import { relevant } from '../steps/relevant.ts';
import { factsOf, plain } from './facts.fixture.ts';
import { missing } from './missing.ts';
import { walk } from './walk.ts';
import { wholePath } from './whole-path.ts';

const passedUpTo = (answers: Answers, place: string) => {
  const path = wholePath(factsOf(answers));
  return path.slice(0, path.indexOf(place as (typeof path)[number]));
};
const walked = (answers: Answers, passed: Iterable<string>) => walk({ ...factsOf(answers), passed });
const complete = (answers: Answers) => walked(answers, wholePath(factsOf(answers)));

test('somebody who opens the form for the first time is on the first page', () => {
  const first = walked({}, []);
  expect(first.place).toBe('danger');
  expect(first.path).toEqual(['danger']);
  expect(first.previous('danger')).toBeUndefined();
  expect(first.progress).toBe(0);
  expect([...first.shown]).toEqual(['emergencyNow']);
});

test('a plain patient meets 45 pages, check answers and signature among them', () => {
  expect(wholePath(factsOf(plain)).slice(0, -1)).toHaveLength(45);
});

test('a page left blank is behind the person who pressed Continue on it', () => {
  const { emergencyNow, birthDate } = plain;
  const here = walked({ emergencyNow, birthDate } as Answers, ['danger', 'birthDate', 'who', 'name']);
  expect(here.place).toBe('contact');
});

test.each([
  ['danger', 'emergencyNow'],
  ['birthDate', 'birthDate'],
  ['asqWishes', 'asq2'],
  ['asqAttempt', 'asq4'],
] as const)('nobody gets past %s without an answer to %s', (page, key) => {
  const { [key]: _blank, ...rest } = plain;
  expect(walked(rest, wholePath(factsOf(rest))).place).toBe(page);
});

test('a page passed far ahead does not carry anybody over a gap', () => {
  expect(walked(plain, ['danger', 'birthDate', 'name', 'contact']).place).toBe('who');
});

test.each([
  ['the day before the 18th birthday', '2008-11-23', 'underAge'],
  ['on the 18th birthday', '2008-11-22', 'who'],
  ['a day past it', '2008-11-21', 'who'],
])('%s the form goes on to %3$s', (_when, birthDate, place) => {
  const here = walked({ emergencyNow: 'no', birthDate }, ['danger', 'birthDate']);
  expect(here.place).toBe(place);
  expect(here.ended).toBe(place === 'underAge' ? 'underAge' : undefined);
});

test('a birth date that was typed but not continued from ends nothing', () => {
  expect(walked({ emergencyNow: 'no', birthDate: '2015-01-01' }, ['danger']).place).toBe('birthDate');
});

describe('support pages', () => {
  test.each([
    ['yes', true],
    ['unsure', true],
    ['no', false],
  ] as const)('danger now answered %s: support comes next is %s', (emergencyNow, comes) => {
    expect(walked({ emergencyNow }, ['danger']).place).toBe(comes ? 'dangerSupport' : 'birthDate');
  });

  test.each([
    [0, false],
    [1, true],
    [3, true],
    [null, false],
  ] as const)('item 9 answered %s: support comes next is %s', (item9, comes) => {
    const answers: Answers = { ...plain, phq9: [2, 2, 2, 2, 2, 2, 2, 3, item9] };
    const passed = [...passedUpTo(plain, 'phq9Thoughts'), 'phq9Thoughts'];
    expect(walked(answers, passed).place).toBe(comes ? 'thoughtsSupport' : 'phq9Difficulty');
  });

  test.each(['yes', 'unsure', 'declined'] as const)(
    'an ASQ answer of %s brings the question about now, then support',
    (asq3) => {
      const answers: Answers = { ...plain, asq3, asq5: 'no' };
      const path = wholePath(factsOf(answers));
      const asq = path.indexOf('asqAttempt');
      expect(path.slice(asq, asq + 4)).toEqual(['asqAttempt', 'asqNow', 'asqSupport', 'highPeriods']);
    },
  );

  test('four times no brings neither', () => {
    expect(wholePath(factsOf(plain))).not.toContain('asqSupport');
    expect(wholePath(factsOf(plain))).not.toContain('asqNow');
  });

  test('support that was passed is not met again by Back or Continue', () => {
    const answers: Answers = { ...plain, emergencyNow: 'unsure' };
    const here = walked(answers, ['danger', 'dangerSupport', 'birthDate']);
    expect(here.previous('birthDate')).toBe('danger');
    expect(here.previous('dangerSupport')).toBe('danger');
    expect(here.next('danger')).toBe('birthDate');
  });

  test('support not yet seen is what Continue leads to', () => {
    expect(walked({ emergencyNow: 'yes' }, ['danger']).next('danger')).toBe('dangerSupport');
  });
});

test.each([
  ['usual', 124, 78, false],
  ['just below severe', 179, 109, false],
  ['systolic at the limit', 180, 90, true],
  ['diastolic at the limit', 150, 110, true],
  ['swapped', 78, 124, true],
  ['equal', 100, 100, true],
  ['one apart', 101, 100, false],
  ['only the top number', 124, undefined, true],
  ['only the bottom number', undefined, 78, true],
  ['not known', undefined, undefined, false],
])('a blood pressure that is %s (%s/%s): asked to check is %s', (_what, sbp, dbp, asked) => {
  const { sbp: _s, dbp: _d, ...rest } = plain;
  const answers: Answers = { ...rest, ...(sbp && { sbp }), ...(dbp && { dbp }) };
  expect(wholePath(factsOf(answers)).includes('pressureCheck')).toBe(asked);
});

test.each([
  ['usual', 70, 188, false],
  ['BMI just below 14', 70, 97.5, true],
  ['BMI just above 14', 70, 97.6, false],
  ['BMI just below 60', 70, 418.2, false],
  ['BMI just above 60', 70, 418.3, true],
  ['kilograms typed as pounds', 70, 62, true],
  ['height blank', undefined, 188, false],
  ['weight blank', 70, undefined, false],
])('a body size that is %s (%s in, %s lb): asked to check is %s', (_what, heightIn, weightLb, asked) => {
  const { heightIn: _h, weightLb: _w, ...rest } = plain;
  const answers: Answers = { ...rest, ...(heightIn && { heightIn }), ...(weightLb && { weightLb }) };
  expect(wholePath(factsOf(answers)).includes('sizeCheck')).toBe(asked);
});

test.each([
  ['past', '2019-03', false],
  ['not come yet', '2091', true],
  ['before the birth date', '1950', true],
])('a treatment that is %s (%s): asked to check the date is %s', (_what, when, asked) => {
  const answers: Answers = { ...plain, ect: { had: 'yes', when } };
  expect(wholePath(factsOf(answers)).includes('dateCheck')).toBe(asked);
});

test('a clinic with two locations asks which', () => {
  expect(wholePath(factsOf(plain))).not.toContain('location');
  const two = factsOf(plain, { circumstances: { asOf: '2026-11-22', locationCount: 2 } });
  expect(wholePath(two)).toContain('location');
});

test('a page off the path leads to the place where the person stands, and back to nowhere', () => {
  const here = walked(plain, ['danger', 'birthDate']);
  expect(here.place).toBe('who');
  expect(here.next('pain')).toBe('who');
  expect(here.previous('pain')).toBeUndefined();
});

describe('a change of mind', () => {
  const withTrauma: Answers = { ...plain, traumaEver: 'yes', pcptsd5: [1, 1, 0, 0, 0] };

  test('that opens a new page brings the person there, and what was passed later stays passed', () => {
    const passed = passedUpTo(plain, 'check');
    const here = walked({ ...plain, traumaEver: 'yes' }, passed);
    expect(here.place).toBe('ptsdMemories');
    expect(walked({ ...plain, traumaEver: 'yes' }, [...passed, 'ptsdMemories', 'ptsdFeelings']).place).toBe(
      'check',
    );
  });

  test('takes answers off the path without losing them, and they come back', () => {
    const away = complete({ ...withTrauma, traumaEver: 'no' });
    expect(away.shown.has('pcptsd5')).toBe(false);
    expect(away.relevant.pcptsd5).toBeUndefined();
    expect(complete(withTrauma).relevant.pcptsd5).toEqual([1, 1, 0, 0, 0]);
  });
});

describe('check answers', () => {
  test('lists what is needed to send and what was left blank, in the order of the pages', () => {
    const { firstName, phone, ...rest } = plain;
    const { needed, blank, signed } = missing(factsOf(rest));
    expect(needed).toEqual([
      { page: 'name', key: 'firstName' },
      { page: 'contact', key: 'phone', or: 'email' },
    ]);
    expect(blank.map(({ page }) => page)).toEqual(
      wholePath(factsOf(rest)).flatMap((place) =>
        blank.filter(({ page }) => page === place).map(({ page }) => page),
      ),
    );
    expect(signed).toBe(false);
  });

  test('asks for a way to reach the person only while there is none', () => {
    const { phone, ...rest } = plain;
    expect(missing(factsOf({ ...rest, email: 'sam@example.org' })).needed).toEqual([]);
    expect(missing(factsOf({ ...rest, email: 'sam@example.org' })).blank).toContainEqual({
      page: 'contact',
      key: 'phone',
    });
  });

  test('names the items of an instrument that were left blank, on their pages', () => {
    const { blank } = missing(factsOf({ ...plain, phq9: [2, null, 2, 2, 2, 2, 2, 3, null] }));
    expect(blank.filter(({ key }) => key === 'phq9')).toEqual([
      { page: 'phq9Mood', key: 'phq9', items: [1] },
      { page: 'phq9Thoughts', key: 'phq9', items: [8] },
    ]);
  });

  test('does not miss the rest of AUDIT-C after a first Never', () => {
    const { blank } = missing(factsOf({ ...plain, auditc: [0, null, null] }));
    expect(blank.filter(({ key }) => key === 'auditc')).toEqual([]);
  });

  test('cannot be passed while something needed to send is missing', () => {
    const { lastName, ...rest } = plain;
    expect(walked(rest, wholePath(factsOf(rest))).place).toBe('check');
  });

  test('a form is not done before it is signed', () => {
    expect(complete(plain).place).toBe('sign');
    const consents = {
      version: '1',
      at: '2026-11-22T10:00:00Z',
      language: 'en',
      name: 'Sam Example',
    } as const;
    const signed = complete({ ...plain, consents });
    expect(signed.place).toBe('done');
    expect(signed.progress).toBe(1);
  });
});

describe('the seven sections', () => {
  test('are done up to where the person stands, then open, then waiting', () => {
    expect(walked(plain, passedUpTo(plain, 'goals')).sections).toEqual({
      aboutYou: 'done',
      hopes: 'notStarted',
      feelings: 'cannotStart',
      mind: 'cannotStart',
      body: 'cannotStart',
      substances: 'cannotStart',
      plans: 'cannotStart',
    });
    expect(walked(plain, passedUpTo(plain, 'gad7Worry')).sections.feelings).toBe('inProgress');
  });

  test('reopen where a change of mind opened a page, while later ones stay done', () => {
    const { sections } = walked({ ...plain, traumaEver: 'yes' }, passedUpTo(plain, 'check'));
    expect(sections.feelings).toBe('inProgress');
    expect(sections.body).toBe('done');
  });
});

test('on a complete path exactly the relevant questions are shown', () => {
  const consents = { version: '1', at: '2026-11-22T10:00:00Z', language: 'en', name: 'Sam Example' } as const;
  const facts = factsOf({ ...plain, consents });
  const here = walk({ ...facts, passed: wholePath(facts) });
  expect(here.shown).toEqual(relevant(facts.answers, facts.circumstances).shown);
});

test('a walk to the last page takes at most 5 ms', () => {
  const visit = { ...factsOf(plain), passed: passedUpTo(plain, 'sign') };
  const times = Array.from({ length: 60 }, () => {
    const began = performance.now();
    walk(visit);
    return performance.now() - began;
  });
  // The quickest of many: what the walk itself takes, whatever else the machine is busy with.
  expect(Math.min(...times)).toBeLessThan(5);
});
