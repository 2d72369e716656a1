import { describe, expect, it } from 'vitest';
import { plainPersonBut } from '../screening/plain-person.fixture.ts';
import { sha256 } from '../server/keys/sha256.ts';
import { demoSettings } from '../settings/demo.ts';
import { differencesBetween } from './differences.ts';
import { monthsBefore } from './fhir/body.ts';
import { bundleOf } from './fhir/bundle.ts';
import { type Frozen, freeze } from './freeze.ts';
import { frozenOf } from './frozen.fixture.ts';
import { locationOf, queueEntryOf } from './queue-entry.ts';
import { formOf } from './released-forms.ts';
import { replay } from './replay.ts';
import { summaryOf } from './summary.ts';

const frozen = frozenOf(plainPersonBut({ seizure: 'yes', apnea: 'treated' }));

const resultOf = ({ screening: { evaluation, flags, trials } }: Frozen) => ({ evaluation, flags, trials });

describe('where a clinic has rules of its own', () => {
  const clinicRules = {
    version: '3',
    approvedBy: 'Dr. Ana Reyes',
    approvedOn: '2026-11-20',
    raise: [{ rule: 'RS-APNEA-TREATED', to: 'review' as const, why: 'No capnography.' }],
    add: [],
  };
  const own = freeze(
    {
      formVersion: '1',
      language: 'en',
      trail: [],
      answers: plainPersonBut({ seizure: 'yes', apnea: 'treated' }),
    },
    {
      submissionId: frozen.content.submissionId,
      reference: frozen.content.reference,
      receivedAt: frozen.content.receivedAt,
      asOf: frozen.content.asOf,
      settings: { ...demoSettings, clinicRules },
      sha256,
    },
  );

  it('the summary and what leaves for other programs say whose doing a weight is', () => {
    const words = 'Raised for IV ketamine by the clinic’s own rules, approved by Dr. Ana Reyes';
    const form = formOf('1');
    if (!form) throw new Error('The form was released.');
    for (const told of [summaryOf(own, []), bundleOf(own, form)])
      expect(JSON.stringify(told)).toContain(words);
    expect(JSON.stringify(summaryOf(frozen, []))).not.toContain('own rules');
  });

  it('what they change is a difference to the same person without them, and nothing else is', () => {
    const changes = differencesBetween(resultOf(frozen), resultOf(own));
    expect(changes.map(({ about }) => about)).toEqual(['RS-APNEA-TREATED']);
    expect(differencesBetween(resultOf(own), resultOf(own))).toEqual([]);
  });
});

it('a rule, a score or a trial that one result has alone is named from both sides', () => {
  const one = resultOf(frozen);
  const less = {
    ...one,
    evaluation: { ...one.evaluation, findings: one.evaluation.findings.slice(1), scores: {} },
    flags: one.flags.slice(1),
    trials: { ...one.trials, readings: [] },
  };
  const gone = differencesBetween(one, less);
  const come = differencesBetween(less, one);
  expect(gone.filter(({ after }) => after === 'not there').length).toBeGreaterThan(4);
  expect(come.map(({ about, before, after }) => [about, after, before]).sort()).toEqual(
    gone.map(({ about, before, after }) => [about, before, after]).sort(),
  );
});

it('a submission is not evaluated again where its pack or its inputs are not those that were kept', () => {
  if (frozen.screening.format !== 2) throw new Error('It is frozen as of today.');
  const { screening } = frozen;
  const rules = { ...screening.packs.rules, sha256: 'another' };
  const otherPack: Frozen = { ...frozen, screening: { ...screening, packs: { ...screening.packs, rules } } };
  expect(replay(otherPack, sha256)).toEqual({ kind: 'cannot', why: 'otherPack' });
  const otherInputs: Frozen = { ...frozen, screening: { ...screening, inputsSha256: 'another' } };
  expect(replay(otherInputs, sha256)).toEqual({ kind: 'cannot', why: 'otherInputs' });
  expect(replay(frozen, sha256)).toEqual({ kind: 'identical' });
});

it('a case stands in the list with the only location there is, the one chosen, or none', () => {
  const at = (answers: Frozen['content']['answers'], ...ids: readonly string[]) =>
    locationOf({
      ...frozen.content,
      answers,
      settings: { ...frozen.content.settings, locations: ids.map((id) => ({ id, name: id })) },
    });
  expect(at({}, 'north')).toBe('north');
  expect(at({}, 'north', 'south')).toBeNull();
  expect(at({ location: 'south' }, 'north', 'south')).toBe('south');
  expect(at({})).toBeNull();
});

it('one caution is counted as one, several as several', () => {
  const chips = (change: Parameters<typeof plainPersonBut>[0]) =>
    queueEntryOf(frozenOf(plainPersonBut(change))).chips;
  expect(chips({ arrhythmia: 'yes' })).toEqual([{ tone: 'note', text: '1 caution' }]);
  expect(chips({ arrhythmia: 'yes', sbp: 141 })).toEqual([{ tone: 'note', text: '2 cautions' }]);
  expect(chips({})).toEqual([{ tone: 'clear', text: 'No flags to review' }]);
});

it('what was changed on the way is kept item by item, and a question that is gone by now is left out', () => {
  const at = '2026-11-22T14:00:00Z';
  const items = [1, 2, 2, 2, 2, 2, 2, 3, 0];
  const { trail } = frozenOf(plainPersonBut({ phq9: items }), {
    trail: [
      { key: 'phq9', at },
      { key: 'gone by now', at, from: 'yes' },
      { key: 'seizure', at, from: 'unsure' },
    ],
  }).content;
  expect(trail.filter(({ key }) => key.startsWith('phq9'))).toHaveLength(9);
  expect(trail.find(({ key }) => key.startsWith('phq9'))).toMatchObject({ from: 'Not answered', at });
  expect(trail.filter(({ key }) => !key.startsWith('phq9'))).toMatchObject([
    { key: 'seizure', from: 'I’m not sure' },
  ]);
});

it.each([
  ['2026-11-22', 6, '2026-05-22'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-30', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['no date', 6, 'no date'],
])('%s less %d months is %s', (date, months, before) => {
  expect(monthsBefore(date, months)).toBe(before);
});
