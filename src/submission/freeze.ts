import { canonicalJson } from '../lib/canonical-json.ts';
import type { Locale } from '../lib/locale.ts';
import { answerLines, answerText, type Line, type Reading } from '../questions/display.ts';
import { clinicPackOf } from '../screening/clinic-pack-of.ts';
import type { ScreeningSettings } from '../screening/intake.ts';
import { pack } from '../screening/pack.ts';
import { fingerprintOf } from '../screening/released-packs.ts';
import type { Settings } from '../settings/settings.ts';
import { type Answers, type CatalogQuestion, type Key, steps } from '../steps/catalog.ts';
import { isOwn, questionsWith } from '../steps/own-instrument.ts';
import { relevant } from '../steps/relevant.ts';
import type { SectionId } from '../steps/step.ts';
import { type FrozenScreening, inputsOf } from './screened.ts';

/** A line of the answers as it was read, and where it stood. */
export interface FrozenLine extends Line {
  readonly section: SectionId;
}

/** A risk or contraindication answer that was changed before sending, in words. */
export interface FrozenChange {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** What was sent, as it was sent. A later wording of the form, or a later clinic's settings, change nothing here. */
export interface FrozenContent {
  readonly format: 1;
  readonly submissionId: string;
  readonly reference: string;
  /** ISO instant. */
  readonly receivedAt: string;
  /** The clinic's day on which it was received, `YYYY-MM-DD`: rules count ages to it. */
  readonly asOf: string;
  readonly formVersion: string;
  readonly language: Locale;
  readonly startedAt: string | null;
  /** Only what is on the path: an answer to a question that was not asked is not kept. */
  readonly answers: Answers;
  readonly shown: readonly Key[];
  readonly settings: Pick<Settings, 'locations' | 'thresholds' | 'instrument'>;
  /** Every line that was asked, in the language the person read, in the order of the form. */
  readonly asRead: readonly FrozenLine[];
  /** The same for staff where that was not English; text that the person typed stands as typed. */
  readonly inEnglish: readonly FrozenLine[] | null;
  readonly trail: readonly FrozenChange[];
}

export interface Frozen {
  readonly content: FrozenContent;
  readonly screening: FrozenScreening;
}

/** What a person sent, parsed by the questions' own schema. */
export interface Sent {
  readonly formVersion: string;
  readonly language: Locale;
  readonly startedAt?: string | undefined;
  readonly answers: Answers;
  readonly trail: readonly { readonly key: string; readonly at: string; readonly from?: unknown }[];
}

export interface Receiving {
  readonly submissionId: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly asOf: string;
  readonly settings: ScreeningSettings;
  /** SHA-256 of a text, in hex. */
  readonly sha256: (text: string) => string;
}

/**
 * Screens what was sent and fixes it for good: the answers that count, their words in the person's language and in
 * English, and the result of every rule.
 */
export function freeze(sent: Sent, receiving: Receiving): Frozen {
  const content = contentOf(sent, receiving);
  return { content, screening: screeningOf(content, receiving) };
}

/** What was sent, without what the rules say of it. */
export function contentOf(
  sent: Sent,
  receiving: Pick<FrozenContent, 'submissionId' | 'reference' | 'receivedAt' | 'asOf' | 'settings'>,
): FrozenContent {
  const { asOf, settings } = receiving;
  const { locations, thresholds, instrument } = settings;
  const { shown, answers } = relevant(sent.answers, { asOf, locationCount: locations.length, instrument });
  const questions = questionsWith(instrument);
  const reading = (locale: Locale): Reading => ({
    locale,
    locations,
    bodyUnits: answers.bodyUnits,
  });
  return {
    format: 1,
    submissionId: receiving.submissionId,
    reference: receiving.reference,
    receivedAt: receiving.receivedAt,
    asOf,
    formVersion: sent.formVersion,
    language: sent.language,
    startedAt: sent.startedAt ?? null,
    answers,
    shown: [...shown],
    settings: { locations, thresholds, ...(instrument && { instrument }) },
    asRead: linesOf(questions, answers, shown, reading(sent.language)),
    inEnglish: sent.language === 'en' ? null : linesOf(questions, answers, shown, reading('en')),
    trail: changesOf(questions, sent.trail, answers, reading('en')),
  };
}

function screeningOf(content: FrozenContent, { settings, sha256 }: Receiving): FrozenScreening {
  const { clinicRules } = settings;
  const clinic = clinicPackOf(clinicRules);
  const inputs = inputsOf(content, clinic);
  return {
    format: 2,
    ...pack.evaluate(inputs),
    packs: {
      rules: { id: pack.id, version: pack.version, sha256: fingerprintOf(pack.version) },
      clinic: clinic && {
        version: clinic.version,
        sha256: sha256(canonicalJson(clinicRules)),
        pack: clinic,
      },
    },
    inputsSha256: sha256(canonicalJson(inputs)),
  };
}

/** Units go with the numbers they belong to. */
const notListed: ReadonlySet<Key> = new Set(['bodyUnits']);

const sectionOfKey: ReadonlyMap<string, SectionId> = new Map(
  steps.flatMap((step) =>
    step.pages.flatMap((page) =>
      page.questions.map((question): [string, SectionId] => [question.key, step.section]),
    ),
  ),
);

const linesOf = (
  questions: readonly CatalogQuestion[],
  answers: Answers,
  shown: ReadonlySet<Key>,
  reading: Reading,
): readonly FrozenLine[] =>
  questions
    .filter(({ key }) => shown.has(key) && !notListed.has(key))
    .flatMap((question) => {
      const section = sectionOfKey.get(question.key) ?? (isOwn(question.key) ? 'feelings' : 'aboutYou');
      return answerLines(question, answers[question.key], reading).map((line) => ({ ...line, section }));
    });

const changesOf = (
  questions: readonly CatalogQuestion[],
  trail: Sent['trail'],
  answers: Answers,
  reading: Reading,
): readonly FrozenChange[] => {
  const inOrder = [...trail].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return inOrder.flatMap(({ key, at, from }, index) => {
    const question = questions.find((one) => one.key === key);
    if (!question) return [];
    const next = inOrder.slice(index + 1).find((later) => later.key === key);
    const to = next ? next.from : answers[question.key];
    if (question.kind !== 'items') {
      const { label } = question.words[reading.locale];
      const text = (value: unknown) => answerText(question, value, reading);
      return [{ key, label, from: text(from), to: text(to), at }];
    }
    const before = new Map(answerLines(question, from, reading).map((line) => [line.key, line.text]));
    return answerLines(question, to, reading)
      .filter((line) => before.get(line.key) !== line.text)
      .map((line) => ({
        key: line.key,
        label: line.label,
        from: before.get(line.key) ?? '',
        to: line.text,
        at,
      }));
  });
};
