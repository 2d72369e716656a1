import type { RuleId } from '../screening/rules.ts';

const ruleNames: Readonly<Record<RuleId, string>> = {
  'DEM-UNDER18': 'under 18',
  'DEM-AGE-18-24': 'age 18–24',
  'DEM-AGE-65': 'age 65 or older',
  'DEM-PROXY': 'proxy or guardian',

  'SU-EMERGENCY': 'danger now',
  'SU-ACUTE': 'acute suicide screen',
  'SU-ATTEMPT-RECENT': 'attempt in past 3 months',
  'SU-POSITIVE': 'positive suicide screen',
  'SU-PHQ9-ITEM9': 'PHQ-9 item 9',
  'SU-DISCORDANT': 'item 9 and ASQ disagree',

  'PSY-PSYCHOSIS-CURRENT': 'psychosis now',
  'PSY-PSYCHOSIS-PAST': 'past psychosis',
  'PSY-SCHIZ': 'psychotic disorder',
  'PSY-MANIA-CURRENT': 'possible mania now',
  'PSY-BIPOLAR': 'bipolar',
  'PSY-BIPOLAR-POSSIBLE': 'possible bipolar',
  'PSY-DISSOCIATIVE': 'dissociative disorder',
  'PSY-COGNITIVE': 'memory or cognition',
  'PSY-PRIOR-KET-REACTION': 'bad ketamine reaction',

  'TRD-MET': 'resistance met',
  'TRD-NOT-MET': 'resistance not shown',
  'TRD-UNKNOWN': 'resistance unclear',
  'IND-SPR-NONMDD': 'no depression goal',
  'IND-IVK-OFFLABEL': 'off-label',
  'IND-MDSI': 'second indication',

  'CV-ANEURYSM': 'aneurysm',
  'CV-AVM': 'AVM',
  'CV-ICH': 'brain bleed',
  'AL-KETAMINE': 'ketamine allergy',
  'CV-BP-SEVERE': 'BP severe',
  'CV-BP-ELEVATED': 'BP elevated',
  'CV-BP-UNKNOWN': 'BP not known',
  'CV-HTN-UNCONTROLLED': 'hypertension control',
  'CV-HTN-ENCEPH': 'hypertensive encephalopathy',
  'CV-MI-RECENT': 'MI within 6 weeks',
  'CV-MI-PAST': 'past MI',
  'CV-STROKE-TIA': 'stroke or TIA',
  'CV-HF-VALVE': 'heart failure or valve',
  'CV-CARDIAC-SX': 'cardiac symptoms',
  'CV-ARRHYTHMIA': 'arrhythmia',

  'NEU-ICP': 'raised ICP',
  'NEU-HEAD-INJURY': 'head injury',
  'NEU-SEIZURE': 'seizures',
  'EYE-PRESSURE': 'eye pressure',

  'RS-APNEA': 'sleep apnea',
  'RS-APNEA-TREATED': 'treated apnea',
  'RS-LUNG': 'lung disease',
  'RS-BMI35': 'BMI 35 or more',

  'HEP-SEVERE': 'severe liver disease',
  'HEP-DISEASE': 'liver disease',
  'REN-DIALYSIS': 'dialysis',
  'END-HYPERTHYROID': 'untreated thyroid',
  'GU-BLADDER': 'bladder',

  'RP-PREGNANT': 'pregnancy',
  'RP-PLANNING': 'may become pregnant',
  'RP-BREASTFEEDING': 'breastfeeding',

  'SB-ALCOHOL': 'alcohol screen',
  'SB-ALCOHOL-HIGH': 'high alcohol use',
  'SB-DRUG': 'drug screen',
  'SB-SUD-ACTIVE': 'substance problem now',
  'SB-SUD-PAST': 'past substance problem',
  'SB-KETAMINE-MISUSE': 'ketamine misuse',

  'RX-BENZO': 'benzodiazepine',
  'RX-OPIOID': 'opioid',
  'RX-BENZO-OPIOID': 'opioid + benzodiazepine',
  'RX-CNS-DEPRESSANT': 'CNS depressant',
  'RX-STIMULANT': 'stimulant',
  'RX-MAOI': 'MAOI',
  'RX-THEOPHYLLINE': 'theophylline',
  'RX-SYMPATHOMIMETIC': 'BP-raising medicine',
  'RX-CYP': 'CYP interaction',
  'RX-LAMOTRIGINE': 'lamotrigine',
  'RX-NALTREXONE': 'naltrexone',
  'RX-NASAL': 'nasal spray',
  'RX-LIST-INCOMPLETE': 'medicine list incomplete',

  'LG-RIDE': 'no ride home',
  'LG-STAY': 'cannot stay 2 h',
  'LG-REMS': 'declines REMS',
  'SC-LOW-SYMPTOMS': 'low symptoms',
  'SC-INCOMPLETE': 'scales incomplete',
};

const names: Readonly<Record<string, string>> = ruleNames;

/**
 * What a rule is about in two or three words: for chips and the six lines, where its sentence does not fit. A clinic's
 * own rule and one of an older version go by their id.
 *
 * @example ruleName('CV-AVM') // 'AVM'
 * @example ruleName('CLINIC-RECENT-TMS') // 'recent tms (clinic’s own)'
 */
export const ruleName = (id: string): string => names[id] ?? clinicsName(id) ?? id;

const clinicsName = (id: string): string | undefined =>
  id.startsWith('CLINIC-')
    ? `${id.slice('CLINIC-'.length).replaceAll('-', ' ').toLowerCase()} (clinic’s own)`
    : undefined;
