/** Whose wording is not ours to change: verbatim instruments, by the key of their question. */
export const instruments: ReadonlySet<string> = new Set([
  'phq9',
  'phq9Difficulty',
  'gad7',
  'traumaEver',
  'pcptsd5',
  'peg',
  'asq1',
  'asq2',
  'asq3',
  'asq4',
  'asq5',
  'auditc',
  'drugUse',
]);

/** Pages whose intro is part of an instrument. */
export const verbatimIntros: ReadonlySet<string> = new Set([
  'phq9Mood',
  'phq9Body',
  'phq9Mind',
  'phq9Thoughts',
  'gad7Worry',
  'gad7Rest',
  'gad7Fear',
  'trauma',
  'ptsdMemories',
  'ptsdFeelings',
]);

/** Names of medicines, which nobody can make simpler. They are left out of the counts. */
export const drugNames: readonly string[] = [
  'SPRAVATO',
  'ketamine',
  'ketamina',
  'esketamine',
  'esketamina',
  'aripiprazole',
  'aripiprazol',
  'Abilify',
  'quetiapine',
  'quetiapina',
  'Seroquel',
  'lithium',
  'litio',
  'methadone',
  'metadona',
  'buprenorphine',
  'buprenorfina',
  'Suboxone',
  'naltrexone',
  'naltrexona',
  'Vivitrol',
];
