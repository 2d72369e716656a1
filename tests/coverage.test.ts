import { expect, test } from 'vitest';
import { conditionsAsText, remsSheetAsText, sheetAsText } from '../src/coverage/as-text.ts';
import { type Facts, factsOf } from '../src/coverage/facts.ts';
import type { Criterion, Pack } from '../src/coverage/pack.ts';
import { packOf, packs } from '../src/coverage/packs.ts';
import { remsSheetFor } from '../src/coverage/rems-sheet.ts';
import { sheetFor } from '../src/coverage/sheet.ts';
import type { StaffFields } from '../src/coverage/staff-fields.ts';
import type { Answers } from '../src/steps/catalog.ts';
import { personas } from './personas.ts';

/** Plain; a dose too low; a dose forgotten; 66 years old; in remission on the second drug. */
const chosen = ['V01', 'V07', 'V08', 'V14', 'V26'] as const;

function factsAbout(id: string, answers: Answers = {}, staff: StaffFields = {}): Facts {
  const persona = personas.find((one) => one.id === id);
  if (!persona) throw new Error(`no persona ${id}`);
  const { asOf } = persona;
  return factsOf({ ...persona.answers, ...answers }, { asOf, requestedOn: asOf, locationCount: 1 }, staff);
}

/** V01 with everything that a payer could want, from the patient and from the staff. */
const documented = factsAbout(
  'V01',
  {
    firstName: 'Ann',
    lastName: 'Example',
    phone: '615-555-0100',
    insurer: 'Cigna PPO',
    memberId: 'EX-0001',
    episodeMonths: 14,
    trials: [
      {
        drug: 'Zoloft',
        doseMg: 150,
        weeks: 10,
        currentEpisode: 'yes',
        mostDays: 'yes',
        response: 'none',
        stoppedBecause: 'did not help',
        startedOn: '2025-09',
        endedOn: '2025-12',
        prescriber: 'Dr. Example',
      },
      {
        drug: 'venlafaxine',
        doseMg: 225,
        weeks: 12,
        currentEpisode: 'yes',
        mostDays: 'yes',
        response: 'none',
        startedOn: '2026-01-10',
      },
    ],
    augmentation: [
      { drug: 'aripiprazole', weeks: 8, response: 'none' },
      { drug: 'lithium', weeks: 9, response: 'some' },
    ],
    psychotherapy: { had: 'yes', when: '2026', sessions: 14, response: 'some' },
    ect: { had: 'no' },
    tms: { had: 'yes', when: '2025-06', sessions: 36, response: 'none' },
    vns: { had: 'no' },
    medications: [{ name: 'venlafaxine', dose: '225 mg', howOften: 'once a day' }],
    opioidTreatment: 'no',
  },
  {
    address: '1 Example Street, Nashville',
    plan: 'Example plan',
    group: 'EX-9',
    pharmacyBenefitIds: 'BIN 000000, PCN EX',
    cardImages: 'yes',
    prescriber: 'Pat Example, MD',
    specialty: 'psychiatry',
    npi: '1234567893',
    dea: 'EX0000000',
    prescriberAddress: '2 Example Street, Nashville',
    prescriberPhone: '615-555-0101',
    prescriberFax: '615-555-0102',
    remsCertified: 'yes',
    indication: 'Treatment-resistant depression',
    icd10: 'F33.2',
    dsmConfirmed: 'yes',
    episodeStart: 'September 2025',
    severity: 'severe',
    course: 'recurrent',
    highestToleratedDose: 'yes',
    antidepressantStableSince: '2026-10-01',
    concurrent: [],
    pdmpChecked: 'yes',
    urgency: 'standard',
    doseAndSchedule: '56 mg, then 84 mg, twice a week for 4 weeks',
    siteOfCare: 'Example clinic',
    supply: 'pharmacy',
    request: 'new',
    attached: ['chartNotes', 'unnamed'],
    recordsRelease: 'yes',
    manufacturerSupport: 'no',
    assignmentOfBenefits: 'yes',
    remsEnrolled: 'no',
    risksDiscussed: 'yes',
    guideRead: 'yes',
  },
);

const people: readonly (readonly [string, Facts])[] = [
  ...chosen.map((id) => [id, factsAbout(id)] as const),
  ['documented', documented],
];

test.each(packs.flatMap((pack) => people.map(([id, facts]) => [pack.id, id, pack, facts] as const)))(
  'how the conditions of %s stand for %s is as in the golden file',
  async (packId, id, pack, facts) => {
    await expect(conditionsAsText(sheetFor(pack, facts))).toMatchFileSnapshot(
      `coverage/golden/${packId}.${id}.txt`,
    );
  },
);

test.each([
  ['V08', factsAbout('V08')],
  ['documented', documented],
] as const)(
  'the whole sheet of %s, and what the REMS needs, are as in the golden files',
  async (id, facts) => {
    await expect(`${sheetAsText(sheetFor(packOf('cigna'), facts))}\n`).toMatchFileSnapshot(
      `coverage/golden/sheet.${id}.txt`,
    );
    await expect(`${remsSheetAsText(remsSheetFor(facts))}\n`).toMatchFileSnapshot(
      `coverage/golden/rems.${id}.txt`,
    );
  },
);

test('a person with all papers meets every condition of every pack but the one that asks for four trials', () => {
  const open = packs.flatMap((pack) =>
    sheetFor(pack, documented).gaps.criteria.map(({ asks, result }) => [pack.id, asks, result]),
  );
  expect(open).toEqual([['general', '2 to 4 antidepressants that did not work', 'unknown']]);
});

/** The lines that differ, over all people: the person, the old line, the new one. */
function changed(before: Pack, after: Pack): readonly (readonly [string, string, string])[] {
  return people.flatMap(([id, facts]) => {
    const lines = (pack: Pack) => conditionsAsText(sheetFor(pack, facts)).split('\n');
    const now = lines(after);
    expect(now).toHaveLength(lines(before).length);
    return lines(before).flatMap((line, at): [string, string, string][] =>
      line === now[at] ? [] : [[id, line, now[at] ?? '']],
    );
  });
}

const edited = (pack: Pack, edit: (criterion: Criterion) => Criterion): Pack => ({
  ...pack,
  criteria: pack.criteria.map(edit),
});

const everyone = people.map(([id]) => id);

test('a limit of 65 years made 67 changes the line of the age alone, and turns it for the person of 66', () => {
  const qualchoice = packOf('qualchoice');
  const lines = changed(
    qualchoice,
    edited(qualchoice, (one) => (one.kind === 'age' ? { ...one, under: 67 } : one)),
  );
  expect(lines.map(([id]) => id)).toEqual(everyone);
  for (const [id, before, after] of lines) {
    expect(before).toMatch(id === 'V14' ? /^- UNMET · Under 65/ : /^- MET · Under 65/);
    expect(after).toMatch(/^- MET · Under 67/);
  }
});

test('six weeks made eleven change the line of the trials alone, and turn it where a trial was shorter', () => {
  const evicore = packOf('evicore');
  const lines = changed(
    evicore,
    edited(evicore, (one) => (one.kind === 'trials' ? { ...one, weeks: 11 } : one)),
  );
  expect(lines.map(([id, before, after]) => [id, before.split(' ')[1], after.split(' ')[1]])).toEqual([
    ['V01', 'UNKNOWN', 'UNMET'],
    ['V07', 'UNKNOWN', 'UNMET'],
    ['V08', 'UNKNOWN', 'UNMET'],
    ['V14', 'UNKNOWN', 'UNMET'],
    ['V26', 'UNMET', 'UNMET'],
    ['documented', 'MET', 'UNMET'],
  ]);
  for (const [, before] of lines) expect(before).toContain('6 weeks each');
});

/** Each way to make one number of a condition larger by one. */
function bumped(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1];
  if (Array.isArray(value))
    return value.flatMap((one, at) => bumped(one).map((other) => value.with(at, other)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    bumped(one).map((other) => ({ ...value, [key]: other })),
  );
}

const isCriterion = (value: unknown): value is Criterion =>
  typeof value === 'object' && value !== null && 'kind' in value;

test.each(packs.map((pack) => [pack.id, pack] as const))(
  'any one number of %s changed by one changes the line of its own condition, and no other',
  (_id, pack) => {
    const edits = pack.criteria.flatMap((criterion, at) =>
      bumped(criterion)
        .filter(isCriterion)
        .map((other) => ({ at, pack: { ...pack, criteria: pack.criteria.with(at, other) } })),
    );
    expect(edits.length).toBeGreaterThan(0);
    for (const edit of edits) {
      const lines = changed(pack, edit.pack);
      expect(lines.map(([id]) => id)).toEqual(everyone);
      for (const [id, before] of lines) {
        const facts = people.find(([one]) => one === id)?.[1];
        const own = facts && sheetFor(pack, facts).criteria[edit.at];
        expect(before).toContain(`· ${own?.asks} · ${own?.because}`);
      }
    }
  },
);

test('a pack seen a day later changes the line that says so, and nothing else', () => {
  const before: Pack = { ...packOf('cigna'), seen: '2026-11-01' };
  const lines = changed(before, { ...before, seen: '2026-11-02' });
  expect(lines.map(([id]) => id)).toEqual(everyone);
  for (const [, old, now] of lines) expect(old.replace('2026-11-01', '2026-11-02')).toBe(now);
});
