import type { Case, CasesOf } from './cases.fixture.ts';
import type { suicideRisk } from './suicide-risk.ts';

const blankAsq = { asq1: undefined, asq2: undefined, asq3: undefined, asq4: undefined };

const item9 = (value: number | null) => [2, 2, 2, 2, 2, 2, 2, 3, value];

const positiveByOneItem: readonly Case[] = (['asq1', 'asq2', 'asq3', 'asq4'] as const).flatMap((item) =>
  (['yes', 'unsure', 'declined', undefined] as const).map(
    (answer): Case => [
      `${item} ${answer ?? 'left blank'}, right now no`,
      { [item]: answer, asq5: 'no' },
      'present',
    ],
  ),
);

export const suicideRiskCases: CasesOf<typeof suicideRisk> = {
  'SU-EMERGENCY': [
    ['in danger now', { emergencyNow: 'yes' }, 'present'],
    ['not sure whether in danger', { emergencyNow: 'unsure' }, 'present'],
    ['danger left blank', { emergencyNow: undefined }, 'present'],
    ['not in danger', { emergencyNow: 'no' }, 'absent'],
  ],
  'SU-ACUTE': [
    ['thoughts this week and right now', { asq3: 'yes', asq5: 'yes' }, 'present'],
    ['thoughts this week, not sure about right now', { asq3: 'yes', asq5: 'unsure' }, 'present'],
    ['thoughts this week, right now declined', { asq3: 'yes', asq5: 'declined' }, 'present'],
    ['thoughts this week, right now left blank', { asq3: 'yes', asq5: undefined }, 'present'],
    ['an item declined, right now declined', { asq1: 'declined', asq5: 'declined' }, 'present'],
    ['an item not sure, right now yes', { asq2: 'unsure', asq5: 'yes' }, 'present'],
    ['an attempt ever, right now yes', { asq4: 'yes', asq4when: 'over1y', asq5: 'yes' }, 'present'],
    ['the whole screen left blank', blankAsq, 'present'],
    ['one item left blank, the others no, so right now is not asked', { asq2: undefined }, 'present'],
    [
      'one item left blank, the others no, with an old no to right now that counts nowhere',
      { asq2: undefined, asq5: 'no' },
      'present',
    ],
    ['thoughts this week, none right now', { asq3: 'yes', asq5: 'no' }, 'absent'],
    ['an item declined, none right now', { asq1: 'declined', asq5: 'no' }, 'absent'],
    ['all four no', {}, 'absent'],
    ['all four no, with an old yes to right now that counts nowhere', { asq5: 'yes' }, 'absent'],
  ],
  'SU-ATTEMPT-RECENT': [
    ['an attempt in the past 3 months', { asq4: 'yes', asq4when: 'past3m', asq5: 'no' }, 'present'],
    ['an attempt 3 to 12 months ago', { asq4: 'yes', asq4when: '3to12m', asq5: 'no' }, 'absent'],
    ['an attempt over a year ago', { asq4: 'yes', asq4when: 'over1y', asq5: 'no' }, 'absent'],
    ['an attempt, not sure when', { asq4: 'yes', asq4when: 'unsure', asq5: 'no' }, 'unknown'],
    ['an attempt, when left blank', { asq4: 'yes', asq5: 'no' }, 'unknown'],
    ['no attempt', { asq4: 'no' }, 'absent'],
    ['attempt declined: SU-POSITIVE shows it', { asq4: 'declined', asq5: 'no' }, 'absent'],
    ['attempt not sure: SU-POSITIVE shows it', { asq4: 'unsure', asq5: 'no' }, 'absent'],
    ['attempt left blank: SU-POSITIVE shows it', { asq4: undefined }, 'absent'],
    ['no attempt, with an old time that counts nowhere', { asq4: 'no', asq4when: 'past3m' }, 'absent'],
  ],
  'SU-POSITIVE': [
    ...positiveByOneItem,
    ['the whole screen left blank', blankAsq, 'present'],
    ['all four no', {}, 'absent'],
  ],
  'SU-PHQ9-ITEM9': [
    ['item 9 is 0', { phq9: item9(0) }, 'absent'],
    ['item 9 is 1', { phq9: item9(1) }, 'present'],
    ['item 9 is 2', { phq9: item9(2) }, 'present'],
    ['item 9 is 3', { phq9: item9(3) }, 'present'],
    ['item 9 left blank', { phq9: item9(null) }, 'unknown'],
    ['the whole PHQ-9 left blank', { phq9: undefined }, 'unknown'],
  ],
  'SU-DISCORDANT': [
    ['item 9 is 1, the screen all no', { phq9: item9(1) }, 'present'],
    ['item 9 is 3, the screen all no', { phq9: item9(3) }, 'present'],
    ['item 9 is 0, the screen all no', { phq9: item9(0) }, 'absent'],
    ['item 9 is 1, one item yes', { phq9: item9(1), asq1: 'yes', asq5: 'no' }, 'absent'],
    ['item 9 is 1, one item declined', { phq9: item9(1), asq1: 'declined', asq5: 'no' }, 'absent'],
    ['item 9 is 1, one item left blank', { phq9: item9(1), asq1: undefined }, 'absent'],
    ['item 9 left blank, the screen all no', { phq9: item9(null) }, 'absent'],
    ['the whole PHQ-9 left blank, the screen all no', { phq9: undefined }, 'absent'],
  ],
};
