import { expect, test } from 'vitest';
import { screen } from '../../screening/screen.ts';
import { parseSubmission } from '../../server/submissions/parse-submission.ts';
import { demoSettings } from '../../settings/demo.ts';
import { formVersion } from '../../steps/form-version.ts';
import { isReasonOf } from '../../submission/decisions.ts';
import { openingAt } from '../../submission/escalation.ts';
import { readAlert } from '../../submission/safety-alert.ts';
import { safetyLevelOf } from '../../submission/safety-level.ts';
import type { Deed } from './deeds.ts';
import { carriedByAlert, pastWeeks } from './happenings.ts';

const now = new Date('2026-11-25T15:00:00Z');
const asOf = '2026-11-25';
const settings = {
  ...demoSettings,
  locations: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
};
const circumstances = { asOf, settings };
const deeds = pastWeeks({ submissions: 400, seed: 1 }, now, settings);

const all = <Does extends Deed['does']>(does: Does) =>
  deeds.filter((deed): deed is Extract<Deed, { does: Does }> => deed.does === does);
const forms = all('send');
const alerts = all('alert');
const closed = new Set(all('closeSafety').map(({ on }) => on));

test('the same seed and moment give the same weeks, another seed others', () => {
  const weeks = (seed: number) => pastWeeks({ submissions: 60, seed }, now, settings);
  expect(weeks(1)).toEqual(weeks(1));
  expect(weeks(2)).not.toEqual(weeks(1));
});

test('every form is one that the server takes', () => {
  for (const { answers, language, startedAt } of forms) {
    const body = { formVersion, language, startedAt: startedAt.toISOString(), answers, trail: [] };
    parseSubmission(body, circumstances);
  }
  expect(forms).toHaveLength(400);
});

test('one in forty is urgent, one in twenty is called the same day, and who was not called yet wrote today', () => {
  const levels = forms.map(({ on, at, answers }) => ({
    on,
    at,
    level: safetyLevelOf(screen(answers, circumstances).flags),
  }));
  const of = (level: string) => levels.filter((one) => one.level === level);
  expect(of('urgent')).toHaveLength(10);
  expect(of('sameDay')).toHaveLength(20);
  const open = [...of('urgent'), ...of('sameDay')].filter(({ on }) => !closed.has(on));
  expect(open.length).toBeGreaterThan(3);
  for (const { at } of open) expect(now.getTime() - at.getTime()).toBeLessThan(12 * 3_600_000);
});

test('one urgent item is past its limit: the server told of it, and nobody has taken it', () => {
  const late = all('escalate').filter(({ at }) => now.getTime() - at.getTime() < 3_600_000);
  expect(late.length).toBeGreaterThan(0);
  const [first] = late;
  expect(deeds.filter(({ on, does }) => on === first?.on && does === 'take')).toEqual([]);
});

test('alerts without a form are of both kinds, and some came before their form', () => {
  const levels = alerts
    .filter(({ form }) => form === undefined)
    .map(({ answers, language }) => readAlert(carriedByAlert(answers), { ...circumstances, language }).level);
  expect(new Set(levels)).toEqual(new Set(['urgent', 'sameDay']));
  expect(alerts.some(({ form }) => form !== undefined)).toBe(true);
});

test('all of it is of the past twelve weeks, oldest first, and as various as people are', () => {
  const times = deeds.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times[0]).toBeGreaterThan(now.getTime() - 84 * 86_400_000);
  expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
  const dispositions = forms.map(({ answers }) => JSON.stringify(screen(answers, circumstances).disposition));
  expect(new Set(dispositions).size).toBeGreaterThan(4);
  expect(
    new Set(forms.map(({ answers }) => `${answers.firstName} ${answers.lastName}`)).size,
  ).toBeGreaterThan(200);
  expect(new Set(forms.map(({ answers }) => answers.location))).toEqual(new Set(['north', 'south']));
  expect(forms.filter(({ language }) => language === 'es').length).toBeGreaterThan(20);
});

test('staff decide with a reason of the list, when they are there, and each decision comes up', () => {
  const decided = all('decide');
  for (const { at, kind, reason } of decided) {
    expect(isReasonOf(kind, reason)).toBe(true);
    expect(openingAt(settings, at.getTime())?.from).toBeLessThanOrEqual(at.getTime());
  }
  expect(new Set(decided.map(({ kind }) => kind)).size).toBe(8);
});

test('some write again after weeks, and a colleague says that it is they', () => {
  const matched = all('match');
  expect(matched.length).toBeGreaterThan(5);
  const answersOf = (on: number) => forms.find((form) => form.on === on)?.answers;
  for (const { on, with: earlier } of matched) {
    expect(answersOf(on)?.birthDate).toBe(answersOf(earlier)?.birthDate);
    expect(answersOf(on)?.lastName).toBe(answersOf(earlier)?.lastName);
  }
});

test('nobody has a number or an address that could be a real person’s', () => {
  for (const { answers } of [...forms, ...alerts]) {
    expect(answers.phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
    if (answers.email !== undefined) expect(answers.email).toMatch(/@example\.org$/);
  }
});
