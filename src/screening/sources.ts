/**
 * Where the rules come from. The codes are those of `docs/clinical-reference.md`, section 9, which says where each
 * was read and which of them were read in a copy only.
 */
export const sources = {
  'S-1': 'SPRAVATO label, indications (§1)',
  'S-2': 'SPRAVATO label, dosing day (§2)',
  'S-4': 'SPRAVATO label, contraindications (§4)',
  'S-5.2': 'SPRAVATO label, dissociation (§5.2)',
  'S-5.3': 'SPRAVATO label, respiratory depression (§5.3)',
  'S-5.4': 'SPRAVATO label, abuse and misuse (§5.4)',
  'S-5.6': 'SPRAVATO label, suicidality in the young (§5.6)',
  'S-5.7': 'SPRAVATO label, blood pressure (§5.7)',
  'S-5.8': 'SPRAVATO label, cognition (§5.8)',
  'S-5.9': 'SPRAVATO label, driving (§5.9)',
  'S-5.10': 'SPRAVATO label, bladder (§5.10)',
  'S-5.11': 'SPRAVATO label, embryo-fetal toxicity (§5.11)',
  'S-7.1': 'SPRAVATO label, CNS depressants (§7.1)',
  'S-7.2': 'SPRAVATO label, psychostimulants (§7.2)',
  'S-7.3': 'SPRAVATO label, MAOIs (§7.3)',
  'S-8.1': 'SPRAVATO label, pregnancy (§8.1)',
  'S-8.2': 'SPRAVATO label, breastfeeding (§8.2)',
  'S-8.3': 'SPRAVATO label, contraception (§8.3)',
  'S-8.4': 'SPRAVATO label, pediatric use (§8.4)',
  'S-8.5': 'SPRAVATO label, older adults (§8.5)',
  'S-8.6': 'SPRAVATO label, hepatic impairment (§8.6)',
  'S-BW': 'SPRAVATO label, boxed warning',
  'S-MG': 'SPRAVATO Medication Guide',
  'S-REMS': 'SPRAVATO REMS',
  'K-1': 'Ketamine injection label, warnings',
  'K-4': 'Ketamine injection label, contraindications (§4)',
  'K-7': 'Ketamine injection label, interactions (§7)',
  'E-PIL': 'EU SPRAVATO leaflet',
  'E-SMPC': 'EU SPRAVATO product information',
  'A-CH': 'ASRA/AAPM/ASA 2018, ketamine for chronic pain',
  'A-AC': 'ASRA/AAPM/ASA 2018, ketamine for acute pain',
  'F-CMP': 'FDA on compounded ketamine, 2022 and 2023',
  'I-AND': 'Andrade 2017, ketamine interactions',
  'I-VER': 'Veraart et al., pharmacodynamic interactions of ketamine',
  'T-ATRQ': 'MGH-ATRQ minimum doses, transcription of a study form',
  'C-TRI': 'Columbia triage guidance',
  'N-ASQ': 'Ask Suicide-Screening Questions (NIMH)',
  'N-PHQ': 'PHQ-9 bands and cut',
  'N-TELE': 'PHQ-9 item 9 answered online, n = 945',
  'L-AUD': 'AUDIT-C cut points',
  'L-SQ': 'Single-question drug screen (Smith 2010)',
  GK: 'General knowledge, to be confirmed by the clinic',
} as const;

export type SourceCode = keyof typeof sources;

/** A source, and where only a part of the rule rests on it, which: `GK (threshold)`. */
export type Source = SourceCode | `${SourceCode} (${string})`;

const names: ReadonlyMap<string, string> = new Map(Object.entries(sources));

/** What a source's code stands for. */
export function sourceName(source: Source): string {
  const [code = source, part] = source.split(' (');
  const name = names.get(code) ?? code;
  return part ? `${name} (${part}` : name;
}
