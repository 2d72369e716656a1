import type { Items, Question } from '../../questions/question.ts';
import { blanksIn, type ItemAnswers } from '../../questions/total.ts';
import type { Scores } from '../../screening/evaluation.ts';
import { type CodedAnswer, codedAnswers } from './coded-answers.ts';
import { observation, observed } from './observation.ts';
import { absent, absentAs, loincConcept, questionIn, type Sent } from './sent.ts';
import { ucum } from './systems.ts';
import type { Observation, Valued } from './types.ts';

/** The instruments with LOINC codes, and the single questions that belong to a panel of LOINC. */
const panels: readonly { readonly key: keyof Scores; readonly alsoHolds?: string }[] = [
  { key: 'phq9', alsoHolds: 'phq9Difficulty' },
  { key: 'gad7' },
  { key: 'pcptsd5', alsoHolds: 'traumaEver' },
  { key: 'peg' },
  { key: 'auditc' },
];

/**
 * Every instrument that was asked, as US Core has the PHQ-9: a panel whose members are its items and its total. The
 * total is the one that screening froze. Where an item is blank there is no total, and the range stands as text.
 */
export function instrumentsOf(sent: Sent): readonly Observation[] {
  const { shown } = sent.content;
  return panels.flatMap(({ key, alsoHolds }) => {
    const question = questionIn(sent, key);
    const single =
      alsoHolds && shown.some((one) => one === alsoHolds) ? questionIn(sent, alsoHolds) : undefined;
    const beside = single ? singleOf(sent, single) : [];
    if (question?.kind !== 'items' || !shown.includes(key)) return beside;
    const items = itemsOf(sent, question);
    const total = totalOf(sent, question, sent.screening.evaluation.scores[key]);
    const members = [...items, ...beside, ...(total ? [total] : [])];
    return question.loinc === undefined
      ? members
      : [
          observation(sent, {
            name: key,
            category: 'survey',
            code: loincConcept(question.loinc, question.words.en.short),
            hasMember: members.map(observed),
          }),
          ...members,
        ];
  });
}

/** A clinic's own suicide screen, with the codes that its file gives; an item without a code is in the answers alone. */
export function ownInstrumentOf(sent: Sent): readonly Observation[] {
  const { instrument } = sent.form;
  if (!instrument) return [];
  const asked: ReadonlySet<string> = new Set(sent.content.shown);
  const members = instrument.items.flatMap(({ key }) => {
    const question = asked.has(key) ? questionIn(sent, key) : undefined;
    return question ? singleOf(sent, question) : [];
  });
  if (instrument.loinc === undefined || members.length === 0) return members;
  const panel = observation(sent, {
    name: 'ownInstrument',
    category: 'survey',
    code: loincConcept(instrument.loinc, instrument.name),
    hasMember: members.map(observed),
  });
  return [panel, ...members];
}

/** The single drug question. */
export function drugQuestionOf(sent: Sent): readonly Observation[] {
  const question = questionIn(sent, 'drugUse');
  return question && sent.content.shown.includes('drugUse') ? singleOf(sent, question) : [];
}

const itemsOf = (sent: Sent, question: Items): readonly Observation[] => {
  const given = answersTo(sent, question);
  const ended = question.firstEnds !== undefined && given?.[0] === question.firstEnds;
  return (question.itemCodes ?? []).slice(0, ended ? 1 : question.count).map((code, index) =>
    observation(sent, {
      name: `${question.key}.${index + 1}`,
      category: 'survey',
      code: loincConcept(code, question.words.en.items[index] ?? ''),
      ...answered(given?.[index], codedAnswers(question, sent.content.settings.locations, index)),
    }),
  );
};

const answersTo = ({ content }: Sent, { key }: Question): ItemAnswers => {
  const given: unknown = Object.entries(content.answers).find(([name]) => name === key)?.[1];
  return Array.isArray(given) ? given : undefined;
};

const answered = (answer: unknown, coded: readonly CodedAnswer[]): Valued => {
  if (coded.length === 0) return typeof answer === 'number' ? { valueInteger: answer } : absentAs(answer);
  const chosen = coded.find(({ value }) => value === answer);
  // "Not sure" and "prefer not to say" are no values of what was asked.
  if (!chosen || chosen.value === 'unsure' || chosen.value === 'declined') return absentAs(answer);
  const { system, code, display } = chosen;
  return { valueCodeableConcept: { coding: [{ system, code, display: display.en }], text: display.en } };
};

const singleOf = (sent: Sent, question: Question): readonly Observation[] => {
  if (question.loinc === undefined) return [];
  const answer: unknown = Object.entries(sent.content.answers).find(([key]) => key === question.key)?.[1];
  return [
    observation(sent, {
      name: question.key,
      category: 'survey',
      code: loincConcept(question.loinc, question.words.en.short),
      ...answered(answer, codedAnswers(question, sent.content.settings.locations)),
    }),
  ];
};

const totalOf = (sent: Sent, question: Items, score: Scores[keyof Scores]): Observation | undefined => {
  if (question.totalCode === undefined) return undefined;
  return observation(sent, {
    name: `${question.key}.total`,
    category: 'survey',
    code: loincConcept(question.totalCode, `${question.words.en.short}: score`),
    ...scoreValue(sent, question, score),
  });
};

const scoreValue = (sent: Sent, question: Items, score: Scores[keyof Scores]): Valued => {
  if (score && score.min === score.max && blanks(sent, question) === 0)
    return Number.isInteger(score.min) && question.key !== 'peg'
      ? { valueInteger: score.min }
      : { valueQuantity: { value: score.min, unit: '{score}', system: ucum, code: '{score}' } };
  const left = blanks(sent, question);
  const range = score ? `: between ${score.min} and ${score.max}` : '';
  return absent('unknown', `Incomplete${range}; ${left} of ${question.count} items not answered`);
};

const blanks = (sent: Sent, question: Items): number => {
  const given = answersTo(sent, question);
  const ended = question.firstEnds !== undefined && given?.[0] === question.firstEnds;
  return ended ? 0 : blanksIn(given, question.count);
};
