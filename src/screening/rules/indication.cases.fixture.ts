import type { Trial } from '../../questions/values.ts';
import type { CasesOf } from './cases.fixture.ts';
import type { indication } from './indication.ts';

const failed = (drug: string, change: Partial<Trial> = {}): Trial => ({
  drug,
  doseMg: 300,
  weeks: 12,
  currentEpisode: 'yes',
  mostDays: 'yes',
  response: 'none',
  ...change,
});

const two = [failed('sertraline'), failed('venlafaxine')];
const one = [failed('sertraline')];
const oneAndAnotherWithoutDose = [failed('sertraline'), failed('venlafaxine', { doseMg: undefined })];

export const indicationCases: CasesOf<typeof indication> = {
  'TRD-MET': [
    ['two different drugs failed', { trials: two }, 'present'],
    ['three different drugs failed', { trials: [...two, failed('bupropion')] }, 'present'],
    ['one drug failed', { trials: one }, 'absent'],
    ['the same drug failed twice', { trials: [failed('Zoloft'), failed('sertraline')] }, 'absent'],
    ['two failed, depression is not a goal', { trials: two, conditions: ['ptsd'] }, 'absent'],
    ['two failed, goals left blank', { trials: two, conditions: undefined }, 'absent'],
    ['one failed, one without dose', { trials: oneAndAnotherWithoutDose }, 'absent'],
    ['trials left blank', { trials: undefined }, 'absent'],
  ],
  'TRD-NOT-MET': [
    ['one drug failed', { trials: one }, 'present'],
    ['none tried', { trials: [] }, 'present'],
    ['none tried, depression is not a goal', { trials: [], conditions: ['gad'] }, 'absent'],
    ['two different drugs failed', { trials: two }, 'absent'],
    ['one failed, one without dose', { trials: oneAndAnotherWithoutDose }, 'absent'],
    ['one without dose alone', { trials: [failed('sertraline', { doseMg: undefined })] }, 'present'],
    ['trials left blank', { trials: undefined }, 'absent'],
  ],
  'TRD-UNKNOWN': [
    ['one failed, one without dose', { trials: oneAndAnotherWithoutDose }, 'present'],
    ['trials left blank', { trials: undefined }, 'present'],
    ['trials left blank, depression is not a goal', { trials: undefined, conditions: ['ocd'] }, 'absent'],
    ['two of which neither is known', { trials: [failed('a blue pill'), failed('a white pill')] }, 'present'],
    ['the same unknown one twice', { trials: [failed('a blue pill'), failed('A Blue Pill!')] }, 'absent'],
    ['two different drugs failed', { trials: two }, 'absent'],
    ['one drug failed', { trials: one }, 'absent'],
  ],
  'IND-SPR-NONMDD': [
    ['SPRAVATO for PTSD', { interest: 'spravato', conditions: ['ptsd'] }, 'present'],
    ['either for pain', { interest: 'either', conditions: ['chronicPain'] }, 'present'],
    [
      'SPRAVATO for bipolar depression',
      { interest: 'spravato', conditions: ['bipolarDepression'] },
      'present',
    ],
    ['SPRAVATO, goals left blank', { interest: 'spravato', conditions: undefined }, 'present'],
    ['SPRAVATO for depression', { interest: 'spravato' }, 'absent'],
    [
      'SPRAVATO for depression and pain',
      { interest: 'spravato', conditions: ['chronicPain', 'depression'] },
      'absent',
    ],
    ['IV ketamine for PTSD', { interest: 'ivKetamine', conditions: ['ptsd'] }, 'absent'],
    ['interest left blank, for PTSD', { interest: undefined, conditions: ['ptsd'] }, 'absent'],
  ],
  'IND-IVK-OFFLABEL': [
    ['IV ketamine', { interest: 'ivKetamine' }, 'present'],
    ['either', { interest: 'either' }, 'present'],
    ['SPRAVATO', { interest: 'spravato' }, 'absent'],
    ['interest left blank', { interest: undefined }, 'absent'],
  ],
  'IND-MDSI': [
    ['depression, screen positive', { asq1: 'yes', asq5: 'no' }, 'present'],
    ['depression, screen acute', { asq3: 'yes', asq5: 'yes' }, 'present'],
    ['depression, an item left blank', { asq1: undefined }, 'present'],
    ['depression, screen negative', {}, 'absent'],
    ['PTSD, screen positive', { conditions: ['ptsd'], asq1: 'yes', asq5: 'no' }, 'absent'],
    ['goals left blank, screen positive', { conditions: undefined, asq1: 'yes', asq5: 'no' }, 'absent'],
  ],
};
