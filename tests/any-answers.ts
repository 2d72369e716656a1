import fc from 'fast-check';
import { type Place, pageAt } from '../src/machines/places.ts';
import type { Question } from '../src/questions/question.ts';
import { type Answers, allQuestions, type Key } from '../src/steps/catalog.ts';

const name = fc.constantFrom('Ann', 'José', 'Ngô', 'O’Neil');

/** Any value that the form takes for a question, odd ones among them. */
function anyValue(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
      return fc.constantFrom(...question.options);
    case 'choices':
      return fc.subarray([...question.options]);
    case 'location':
      return fc.constantFrom('north', 'south');
    case 'rating':
      return fc.constantFrom(...question.values);
    case 'items':
      return fc.array(fc.option(fc.constantFrom(...question.values)), {
        minLength: question.count,
        maxLength: question.count,
      });
    case 'number':
      return fc.integer({ min: question.min, max: question.max });
    case 'text':
      return name;
    case 'birthDate':
      return fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('1984-02-10', '1950-02-28', '2008-11-22') },
        { weight: 1, arbitrary: fc.constant('2008-11-23') },
      );
    case 'trials':
    case 'augmentations':
      return fc.array(fc.record({ drug: name }), { maxLength: 2 });
    case 'medications':
      return fc.array(name, { maxLength: 2 });
    case 'treatment':
      return fc.record({ had: fc.constantFrom('yes', 'no', 'unsure') });
    case 'consents':
      return fc.constant({
        version: '1',
        at: '2026-11-22T10:00:00.000Z',
        language: 'en',
        name: 'Ann Example',
      });
  }
}

const valuesByKey: ReadonlyMap<Key, fc.Arbitrary<unknown>> = new Map(
  allQuestions.map((question) => [question.key, anyValue(question)]),
);

/** A value for every question of the form, whatever would be shown. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(allQuestions.map((question) => [question.key, anyValue(question)])),
  { requiredKeys: [] },
);

/**
 * What a person may answer on a page: each question answered or left blank, the few needed ones answered. Of an
 * instrument only the items of that page change.
 */
export function answersOn(place: Place, before: Answers): fc.Arbitrary<Record<string, unknown>> {
  const page = pageAt(place);
  const values = (page?.questions ?? []).map((question): [string, fc.Arbitrary<unknown>] => {
    const value = valuesByKey.get(question.key) ?? fc.constant(undefined);
    if (question.needed === 'toContinue' || question.key === 'consents') return [question.key, value];
    if (question.kind !== 'items') return [question.key, fc.option(value, { nil: undefined })];
    const own = new Set(page?.items ?? Array.from({ length: question.count }, (_, item) => item));
    const earlier = before[question.key];
    const withOwnItems = value.map((items) =>
      Array.isArray(items)
        ? items.map((item, index) =>
            own.has(index) ? item : Array.isArray(earlier) ? (earlier[index] ?? null) : null,
          )
        : undefined,
    );
    return [question.key, withOwnItems];
  });
  return fc.record(Object.fromEntries(values));
}
