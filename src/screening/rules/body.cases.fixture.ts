import type { brainAndEye } from './brain-and-eye.ts';
import type { breathing } from './breathing.ts';
import { asAnswered, asAnsweredOrDeclined, type CasesOf, woman } from './cases.fixture.ts';
import type { organs } from './organs.ts';
import type { pregnancy } from './pregnancy.ts';

export const brainAndEyeCases: CasesOf<typeof brainAndEye> = {
  'NEU-ICP': asAnswered('raisedIcp'),
  'NEU-HEAD-INJURY': asAnswered('headInjury'),
  'NEU-SEIZURE': asAnswered('seizure'),
  'EYE-PRESSURE': asAnswered('eyePressure'),
};

export const breathingCases: CasesOf<typeof breathing> = {
  'RS-APNEA': [
    ['not treated', { apnea: 'untreated' }, 'present'],
    ['treated', { apnea: 'treated' }, 'absent'],
    ['none', { apnea: 'none' }, 'absent'],
    ['not sure', { apnea: 'unsure' }, 'unknown'],
    ['left blank', { apnea: undefined }, 'unknown'],
  ],
  'RS-APNEA-TREATED': [
    ['treated', { apnea: 'treated' }, 'present'],
    ['not treated', { apnea: 'untreated' }, 'absent'],
    ['none', { apnea: 'none' }, 'absent'],
    ['not sure', { apnea: 'unsure' }, 'absent'],
    ['left blank', { apnea: undefined }, 'absent'],
  ],
  'RS-LUNG': asAnswered('lung'),
  'RS-BMI35': [
    ['BMI 34.9', { heightIn: 70, weightLb: 243.3 }, 'absent'],
    ['BMI just below 35', { heightIn: 70.3, weightLb: 246 }, 'absent'],
    ['BMI 35 exactly', { heightIn: 42.18, weightLb: 88.578 }, 'present'],
    ['BMI 35 exactly, at a usual height', { heightIn: 70.3, weightLb: 246.05 }, 'present'],
    ['BMI just above 35', { heightIn: 70.3, weightLb: 246.1 }, 'present'],
    ['BMI 40', { heightIn: 63, weightLb: 226 }, 'present'],
    ['height left blank', { heightIn: undefined, weightLb: 400 }, 'unknown'],
    ['weight left blank', { weightLb: undefined }, 'unknown'],
  ],
};

export const organsCases: CasesOf<typeof organs> = {
  'HEP-SEVERE': [
    ['severe liver disease', { liver: 'yes', liverSevere: 'yes' }, 'present'],
    ['liver disease, not severe', { liver: 'yes', liverSevere: 'no' }, 'absent'],
    ['liver disease, not sure whether severe', { liver: 'yes', liverSevere: 'unsure' }, 'unknown'],
    ['liver disease, severity left blank', { liver: 'yes' }, 'unknown'],
    ['no liver disease', { liver: 'no' }, 'absent'],
    ['not sure of liver disease', { liver: 'unsure' }, 'unknown'],
    ['not sure, with an old no that counts nowhere', { liver: 'unsure', liverSevere: 'no' }, 'unknown'],
    ['left blank', { liver: undefined }, 'unknown'],
  ],
  'HEP-DISEASE': [
    ['liver disease, not severe', { liver: 'yes', liverSevere: 'no' }, 'present'],
    ['liver disease, not sure whether severe', { liver: 'yes', liverSevere: 'unsure' }, 'present'],
    ['liver disease, severity left blank', { liver: 'yes' }, 'present'],
    ['severe liver disease', { liver: 'yes', liverSevere: 'yes' }, 'absent'],
    ['no liver disease', { liver: 'no' }, 'absent'],
    ['not sure of liver disease', { liver: 'unsure' }, 'absent'],
    ['left blank', { liver: undefined }, 'absent'],
  ],
  'REN-DIALYSIS': asAnswered('dialysis'),
  'END-HYPERTHYROID': [
    ['not treated', { thyroid: 'untreated' }, 'present'],
    ['treated', { thyroid: 'treated' }, 'absent'],
    ['none', { thyroid: 'none' }, 'absent'],
    ['not sure', { thyroid: 'unsure' }, 'unknown'],
    ['left blank', { thyroid: undefined }, 'unknown'],
  ],
  'GU-BLADDER': asAnswered('bladder'),
};

export const pregnancyCases: CasesOf<typeof pregnancy> = {
  'RP-PREGNANT': [
    ['pregnant', { ...woman, pregnant: 'yes' }, 'present'],
    ['not pregnant', woman, 'absent'],
    ['not sure', { ...woman, pregnant: 'unsure' }, 'unknown'],
    ['declined', { ...woman, pregnant: 'declined' }, 'unknown'],
    ['left blank', { ...woman, pregnant: undefined }, 'unknown'],
    ['cannot become pregnant', { ...woman, canBecomePregnant: 'no', pregnant: undefined }, 'absent'],
    [
      'cannot become pregnant, with an old yes that counts nowhere',
      { ...woman, canBecomePregnant: 'no', pregnant: 'yes' },
      'absent',
    ],
    [
      'whether able left blank, pregnant',
      { ...woman, canBecomePregnant: undefined, pregnant: 'yes' },
      'present',
    ],
    ['whether able declined, not pregnant', { ...woman, canBecomePregnant: 'declined' }, 'absent'],
    ['whether able not sure, the rest left blank', { canBecomePregnant: 'unsure' }, 'unknown'],
    ['a man who could become pregnant and is', { canBecomePregnant: 'yes', pregnant: 'yes' }, 'present'],
  ],
  'RP-PLANNING': [
    ['trying', { ...woman, tryingPregnant: 'yes' }, 'present'],
    ['no birth control', { ...woman, contraception: 'no' }, 'present'],
    ['not trying, with birth control', woman, 'absent'],
    ['trying not sure, with birth control', { ...woman, tryingPregnant: 'unsure' }, 'unknown'],
    ['trying declined, with birth control', { ...woman, tryingPregnant: 'declined' }, 'unknown'],
    ['not trying, birth control left blank', { ...woman, contraception: undefined }, 'unknown'],
    [
      'trying not sure, no birth control',
      { ...woman, tryingPregnant: 'unsure', contraception: 'no' },
      'present',
    ],
    ['pregnant', { ...woman, pregnant: 'yes', contraception: 'no' }, 'absent'],
    ['pregnant not sure, no birth control', { ...woman, pregnant: 'unsure', contraception: 'no' }, 'present'],
    ['cannot become pregnant', { ...woman, canBecomePregnant: 'no', contraception: 'no' }, 'absent'],
    [
      'whether able left blank, trying',
      { ...woman, canBecomePregnant: undefined, tryingPregnant: 'yes' },
      'present',
    ],
  ],
  'RP-BREASTFEEDING': asAnsweredOrDeclined('breastfeeding'),
};
