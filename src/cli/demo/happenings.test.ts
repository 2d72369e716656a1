import { expect, test } from 'vitest';
import { screen } from '../../screening/screen.ts';
import { parseSubmission } from '../../server/submissions/parse-submission.ts';
import { demoSettings } from '../../settings/demo.ts';
import { formVersion } from '../../steps/form-version.ts';
import { readAlert } from '../../submission/safety-alert.ts';
import { safetyLevelOf } from '../../submission/safety-level.ts';
import { carriedByAlert, pastWeeks } from './happenings.ts';

const now = new Date('2026-11-22T15:00:00Z');
const asOf = '2026-11-22';
const happenings = pastWeeks({ submissions: 400, seed: 1 }, now);
const forms = happenings.flatMap((one) => (one.kind === 'form' ? [one] : []));
const alerts = happenings.filter(({ kind }) => kind === 'alert');
const circumstances = { asOf, settings: demoSettings };

test('the same seed and moment give the same people, another seed others', () => {
  expect(pastWeeks({ submissions: 400, seed: 1 }, now)).toEqual(happenings);
  expect(pastWeeks({ submissions: 400, seed: 2 }, now)).not.toEqual(happenings);
});

test('every form is one that the server takes', () => {
  for (const { answers, language, startedAt } of forms) {
    parseSubmission({ formVersion, language, startedAt, answers, trail: [] }, circumstances);
  }
  expect(forms).toHaveLength(400);
});

test('one in forty is urgent, one in twenty is called the same day, and neither has waited for weeks', () => {
  const levels = forms.map((one) => ({
    at: one.at,
    level: safetyLevelOf(screen(one.answers, circumstances).flags),
  }));
  const of = (level: string) => levels.filter((one) => one.level === level);
  expect(of('urgent')).toHaveLength(10);
  expect(of('sameDay')).toHaveLength(20);
  for (const { at } of [...of('urgent'), ...of('sameDay')]) {
    expect(now.getTime() - at.getTime()).toBeLessThan(2 * 86_400_000 + 300_000);
  }
});

test('alerts without a form are of both kinds', () => {
  const levels = alerts.map(
    ({ answers, language }) => readAlert(carriedByAlert(answers), { ...circumstances, language }).level,
  );
  expect(new Set(levels)).toEqual(new Set(['urgent', 'sameDay']));
});

test('they come oldest first, all in the past six weeks, and are as various as people are', () => {
  const times = happenings.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times[0]).toBeGreaterThan(now.getTime() - 42 * 86_400_000 - 300_000);
  expect(times.at(-1)).toBeLessThan(now.getTime());
  const dispositions = forms.map(({ answers }) => JSON.stringify(screen(answers, circumstances).disposition));
  expect(new Set(dispositions).size).toBeGreaterThan(4);
  expect(new Set(forms.map(({ answers }) => answers.lastName)).size).toBeGreaterThan(30);
  expect(forms.filter(({ language }) => language === 'es').length).toBeGreaterThan(20);
});

test('nobody has a number or an address that could be a real person’s', () => {
  for (const { answers } of happenings) {
    expect(answers.phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
    if (answers.email !== undefined) expect(answers.email).toMatch(/@example\.org$/);
  }
});
