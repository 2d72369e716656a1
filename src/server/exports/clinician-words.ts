import type {
  AnswerLine,
  Summary,
  SummaryFlag,
  SummaryLine,
  SummaryScore,
} from '../../submission/staff-wire.ts';
import type { VerifiedAnswer } from '../../submission/verified-answer.ts';

export const NOT_VERIFIED = 'Patient-reported, not verified';

/** What every page says of the whole. */
export const standingOf = ({ verified }: Summary): string =>
  verified.answers.length === 0 ? NOT_VERIFIED : 'Patient-reported; verified where it says so';

/** A line as it holds, and what it would be by the patient's own words. */
export const lineText = ({ text, asSaid }: SummaryLine): string =>
  inLetters(asSaid === null ? text : `${text} [corrected; as said: ${asSaid}]`);

/** What clinicians verified: whose word, when, and what the patient said. */
export const verifiedText = (
  { kind, label, verified, reported, by, at }: VerifiedAnswer,
  timeZone: string,
): { readonly label: string; readonly text: string } => ({
  label: `${label} (${kind} by ${by}, ${momentIn(timeZone, at)})`,
  text:
    kind === 'corrected'
      ? `Corrected: ${saidText(verified)}\nPatient said: ${saidText(reported)}`
      : saidText(reported),
});

const saidText = ({ text, state }: VerifiedAnswer['reported']): string =>
  state === 'blank' ? 'not answered' : text;

export const levels: Readonly<Record<Summary['level'], string | null>> = {
  urgent: 'SAFETY: CALL NOW',
  sameDay: 'SAFETY: CALL TODAY',
  none: null,
};

const languages = { en: 'English', es: 'Spanish' } as const;

const tones = { safety: 'Safety', review: 'Review', note: 'Note' } as const;

/** Signs that stand for a word on the screen. A typeface for paper has no letters for them. */
const signs: Readonly<Record<string, string>> = {
  '✗': '(failed)',
  '○': '(does not count)',
  '→': '>',
  '≥': 'at least',
  '≤': 'at most',
};

/** Our own words as paper and plain text show them. What a patient typed is left as it was typed. */
export const inLetters = (ours: string): string => ours.replace(/[✗○→≥≤]/gu, (sign) => signs[sign] ?? sign);

/** The rule's own words say "reported", so what is not known names what the rule looks for. */
export const flagTitle = ({ tone, status, words, finds, foundBy }: SummaryFlag): string => {
  const found = status === 'unknown' ? `not known: ${finds}` : words;
  return inLetters(`${tones[tone]}: ${foundByWords[foundBy]}${found}`);
};

const foundByWords = {
  either: '',
  corrected: 'by correction: ',
  asSaid: 'as said, not with what was corrected: ',
} as const;

export const verdicts: Readonly<Record<Summary['trials'][number]['verdict'], string>> = {
  counts: 'counts as an adequate trial',
  doesNotCount: 'does not count',
  cannotTell: 'cannot tell whether it counts',
};

export const scoreText = ({ min, max, highest }: SummaryScore): string =>
  `${min === max ? min : `${min}–${max}`} of ${highest}`;

/** Declined, not sure and not answered are three things, and each is said in English too. */
const states = { declined: 'declined', unsure: 'not sure', blank: 'not answered' } as const;

export const answerWithState = ({ text, state }: AnswerLine, isEnglish = true): string => {
  if (state === 'answered') return text;
  return isEnglish && text !== '' ? text : [text, `(${states[state]})`].filter(Boolean).join(' ');
};

export const factsOf = ({ heading, language }: Summary): string =>
  [
    heading.age === null ? 'age not given' : `${heading.age} years`,
    heading.pronouns,
    languages[language],
    heading.interpreter && 'asks for an interpreter',
    heading.completedBy,
  ]
    .filter(Boolean)
    .join(', ');

/** A moment in the clinic's time zone: `Nov 22, 2026, 9:14 AM`. */
export const momentIn = (timeZone: string, iso: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );
