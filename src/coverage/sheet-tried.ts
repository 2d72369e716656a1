import { dateText, drugText } from '../questions/display.ts';
import { displayWords } from '../questions/display-words.ts';
import type { Augmentation, Trial } from '../questions/values.ts';
import type { Facts } from './facts.ts';
import {
  eitherOf,
  fromStaff,
  notAsked,
  type SheetField,
  type SheetGroup,
  workedOut,
} from './sheet-fields.ts';
import { classOf } from './tried.ts';

const words = displayWords.en;
const date = (text: string | undefined) => text && dateText(text, 'en');
const weeksText = (weeks: number | undefined) => (weeks === undefined ? undefined : `${weeks}`);

/** One group for each medicine that was tried, or one that says why there is none. */
export function trialGroups(facts: Facts): readonly SheetGroup[] {
  const { trials, augmentation } = facts.answers;
  return [
    ...(trials?.map((trial, at) => ({
      title: `Antidepressant ${at + 1}: ${drugText(trial.drug)}`,
      fields: trialFields(trial),
    })) ?? []),
    {
      title: 'Antidepressants',
      fields: [
        ...(trials?.length ? [] : [workedOut('Antidepressants tried', trials && 'None')]),
        fromStaff(facts, 'Each at the highest tolerated dose', 'highestToleratedDose'),
      ],
    },
    ...(augmentation?.map((added, at) => ({
      title: `Added medicine ${at + 1}: ${drugText(added.drug)}`,
      fields: addedFields(added),
    })) ?? []),
    ...(augmentation?.length
      ? []
      : [
          {
            title: 'Added medicines',
            fields: [workedOut('Medicines added to an antidepressant', augmentation && 'None')],
          },
        ]),
  ];
}

const trialFields = (trial: Trial): readonly SheetField[] => [
  eitherOf(notAsked('Class'), workedOut('Class', classOf(trial.drug))),
  workedOut(
    'Highest usual dose',
    trial.doseMg === undefined ? undefined : words.doseADay.replace('{n}', `${trial.doseMg}`),
  ),
  workedOut('Weeks at that dose or higher', weeksText(trial.weeks)),
  workedOut('Start', date(trial.startedOn)),
  workedOut('End', date(trial.endedOn)),
  workedOut('In the current episode', trial.currentEpisode && words.yesNo[trial.currentEpisode]),
  workedOut('Taken most days', trial.mostDays && words.yesNo[trial.mostDays]),
  workedOut('How much it helped', trial.response && words.responses[trial.response]),
  workedOut('Why it was stopped, side effects', trial.stoppedBecause),
  workedOut('Prescriber', trial.prescriber),
  notAsked('Proof: pharmacy printout or chart'),
];

const addedFields = (added: Augmentation): readonly SheetField[] => [
  workedOut('Weeks', weeksText(added.weeks)),
  workedOut('How much it helped', added.response && words.responses[added.response]),
  notAsked('Dose, dates, and what it was added to'),
  notAsked('Proof: pharmacy printout or chart'),
];
