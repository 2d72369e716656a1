import type { CasesOf } from './cases.fixture.ts';
import type { logisticsAndScores } from './logistics-and-scores.ts';

const nine = [1, 1, 1, 1, 1, 1, 1, 2, 0];
const ten = [1, 1, 1, 1, 1, 1, 2, 2, 0];
const eleven = [1, 1, 1, 1, 1, 2, 2, 2, 0];

export const logisticsAndScoresCases: CasesOf<typeof logisticsAndScores> = {
  'LG-RIDE': [
    ['no ride', { ride: 'no' }, 'present'],
    ['a ride', { ride: 'yes' }, 'absent'],
    ['not sure', { ride: 'unsure' }, 'unknown'],
    ['left blank', { ride: undefined }, 'unknown'],
  ],
  'LG-STAY': [
    ['cannot stay', { stay2h: 'no' }, 'present'],
    ['can stay', { stay2h: 'yes' }, 'absent'],
    ['not sure', { stay2h: 'unsure' }, 'unknown'],
    ['left blank', { stay2h: undefined }, 'unknown'],
  ],
  'LG-REMS': [
    ['SPRAVATO without the REMS', { interest: 'spravato', rems: 'no' }, 'present'],
    ['either without the REMS', { interest: 'either', rems: 'no' }, 'present'],
    ['interest left blank, without the REMS', { interest: undefined, rems: 'no' }, 'present'],
    ['IV ketamine, with an old no that counts nowhere', { interest: 'ivKetamine', rems: 'no' }, 'absent'],
    ['SPRAVATO with the REMS', { interest: 'spravato', rems: 'yes' }, 'absent'],
    ['not sure of the REMS', { rems: 'unsure' }, 'absent'],
    ['the REMS left blank', { rems: undefined }, 'absent'],
  ],
  'SC-LOW-SYMPTOMS': [
    ['a PHQ-9 of 9', { phq9: nine }, 'present'],
    ['a PHQ-9 of 10', { phq9: ten }, 'absent'],
    ['a PHQ-9 of 11', { phq9: eleven }, 'absent'],
    ['a PHQ-9 of 6 to 9', { phq9: [1, 1, 1, 1, 1, 1, 0, 0, null] }, 'present'],
    ['a PHQ-9 of 7 to 10', { phq9: [1, 1, 1, 1, 1, 1, 1, 0, null] }, 'absent'],
    ['a PHQ-9 of 9, depression is not a goal', { phq9: nine, conditions: ['chronicPain'] }, 'absent'],
    ['a PHQ-9 of 9, goals left blank', { phq9: nine, conditions: undefined }, 'absent'],
    ['the PHQ-9 left blank', { phq9: undefined }, 'absent'],
  ],
  'SC-INCOMPLETE': [
    ['everything answered', {}, 'absent'],
    ['a PHQ-9 item blank', { phq9: [2, 2, 2, 2, null, 2, 2, 3, 0] }, 'present'],
    ['the PHQ-9 left blank', { phq9: undefined }, 'present'],
    ['a GAD-7 item blank', { gad7: [2, 1, 2, null, 1, 1, 1] }, 'present'],
    ['the GAD-7 left blank', { gad7: undefined }, 'present'],
    ['an AUDIT-C item blank', { auditc: [1, null, 0] }, 'present'],
    ['the AUDIT-C left blank', { auditc: undefined }, 'present'],
    ['never drinks, the rest of the AUDIT-C blank', { auditc: [0, null, null] }, 'absent'],
    ['the PC-PTSD-5 asked and left blank', { traumaEver: 'yes' }, 'present'],
    ['a PC-PTSD-5 item blank', { traumaEver: 'yes', pcptsd5: [1, 1, null, 0, 0] }, 'present'],
    ['the PC-PTSD-5 answered', { traumaEver: 'yes', pcptsd5: [1, 1, 0, 0, 0] }, 'absent'],
    ['trauma declined: the PC-PTSD-5 is not asked', { traumaEver: 'declined' }, 'absent'],
    ['trauma left blank: the PC-PTSD-5 is not asked', { traumaEver: undefined }, 'absent'],
    ['the PEG asked and left blank', { conditions: ['depression', 'chronicPain'] }, 'present'],
    ['the PEG answered', { conditions: ['depression', 'chronicPain'], peg: [5, 5, 5] }, 'absent'],
    ['a blank in a PEG that was not asked', { peg: [5, null, 5] }, 'absent'],
    ['the ASQ left blank does not count', { asq1: undefined }, 'absent'],
    ['the drug question left blank does not count', { drugUse: undefined }, 'absent'],
    ['the PHQ-9 difficulty left blank does not count', { phq9Difficulty: undefined }, 'absent'],
  ],
};
