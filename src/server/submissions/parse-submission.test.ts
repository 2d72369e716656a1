import { describe, expect, it } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { plainAnswers } from './form.fixture.ts';
import { parseSubmission } from './parse-submission.ts';

const circumstances = { asOf: '2026-11-22', settings: demoSettings };
type Request = Parameters<typeof parseSubmission>[0];
const at = '2026-11-22T14:00:00.000Z';

const parsed = (change: object) => {
  const whole = { formVersion: '1', language: 'en', startedAt: at, trail: [], answers: plainAnswers };
  return parseSubmission({ ...whole, ...change } as Request, circumstances);
};
const refusal = (change: object): { readonly path?: string } => {
  try {
    parsed(change);
  } catch (error) {
    return error as { readonly path?: string };
  }
  throw new Error('It was taken.');
};

describe('what was changed on the way', () => {
  it('is taken with the answer before, or with none', () => {
    const trail = [
      { key: 'seizure', at, from: 'unsure' },
      { key: 'lung', at, from: null },
    ];
    expect(parsed({ trail }).trail).toEqual([
      { key: 'seizure', at, from: 'unsure' },
      { key: 'lung', at },
    ]);
  });

  it('is refused where it is no change of an answer of this form, with its place', () => {
    expect(refusal({ trail: [{ key: 'shoeSize', at, from: 'x' }] }).path).toBe('trail[0].key');
    const second = [
      { key: 'seizure', at, from: 'yes' },
      { key: 'seizure', at, from: 'maybe' },
    ];
    expect(refusal({ trail: second }).path).toBe('trail[1].from');
    const item = [{ key: 'phq9', at, from: [0, 9] }];
    expect(refusal({ trail: item }).path).toMatch(/^trail\[0\]\.from/);
  });
});

it('a form that was never released, and somebody under 18, are refused whatever else they say', () => {
  expect(refusal({ formVersion: '0' })).toMatchObject({ code: 'unknown-form', path: 'formVersion' });
  expect(refusal({ answers: { ...plainAnswers, birthDate: '2008-11-23' } })).toMatchObject({ status: 422 });
});
