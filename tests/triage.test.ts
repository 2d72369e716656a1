import { expect, test } from 'vitest';
import { sha256 } from '../src/server/keys/sha256.ts';
import { rowsOf } from '../src/server/reviews/queue.ts';
import { demoSettings } from '../src/settings/demo.ts';
import { freeze } from '../src/submission/freeze.ts';
import { chipsOf, queueEntryOf } from '../src/submission/queue-entry.ts';
import { summaryOf } from '../src/submission/summary.ts';
import { personas } from './personas.ts';
import { type Triaged, triage } from './triage.ts';

const frozenOf = ({ persona, came }: Triaged) => {
  const found = personas.find(({ id }) => id === persona);
  if (!found) throw new Error(`There is no persona ${persona}`);
  return freeze(
    { formVersion: '1', language: 'en', trail: [], answers: found.answers },
    {
      submissionId: persona,
      reference: 'KX7-4M2',
      receivedAt: `2026-11-23T${came}:00.000Z`,
      asOf: found.asOf,
      settings: demoSettings,
      sha256,
    },
  );
};

/** The queue as it stands at noon, none of them taken. */
const queue = rowsOf({
  cases: triage.map(({ persona }) => ({
    id: persona,
    status: 'new',
    version: 1,
    location: null,
    assignee_id: null,
    received_at: 0,
  })),
  entries: new Map(
    triage.map((one) => {
      const value = { ...queueEntryOf(frozenOf(one)), remindAt: null };
      return [one.persona, { kind: 'opened', value }] as const;
    }),
  ),
  alerts: [],
  contents: new Map(),
});

test('C01 of ten people it is as written by hand who is called first, who today, and who is read next', () => {
  expect(queue.map(({ id }) => id)).toEqual(triage.map(({ persona }) => persona));
});

test.each(triage)('C01 the row of $persona says: $call', ({ persona, call, chip }) => {
  const row = queue.find(({ id }) => id === persona);
  expect(row?.level).toBe({ now: 'urgent', today: 'sameDay', 'no call': 'none' }[call]);
  const chips = row?.kind === 'case' ? chipsOf(row.level, row.entry.chips, false) : [];
  expect(chips[0]?.text).toBe(chip);
});

test.each(triage)('C04 why $persona is called or read stands in the six lines', (one) => {
  const { lines } = summaryOf(frozenOf(one), []);
  for (const [line, words] of one.why) expect(lines.find(({ id }) => id === line)?.text).toContain(words);
});

test('C04 nobody without danger is said to need a call', () => {
  for (const one of triage.filter(({ call }) => call === 'no call'))
    expect(summaryOf(frozenOf(one), []).lines.find(({ id }) => id === 'next')?.text).not.toMatch(/calls/);
});
