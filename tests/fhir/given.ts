import type { Question } from '../../src/questions/question.ts';
import { type Answers, allQuestions } from '../../src/steps/catalog.ts';
import type { FhirAnswer, Given, Item } from './enable-when.ts';

/**
 * Raw answers, on the path or off it, as somebody would give them in another renderer: an option by its place in the
 * list, a number as it is. Made without the exporter's own table of codes.
 */
export function givenIn(items: ReadonlyMap<string, Item>, answers: Answers): Given {
  const values: Readonly<Record<string, unknown>> = answers;
  return new Map(allQuestions.flatMap((question) => answersAt(question, values[question.key], items)));
}

type At = readonly [linkId: string, answers: readonly FhirAnswer[]];

function answersAt(question: Question, value: unknown, items: ReadonlyMap<string, Item>): readonly At[] {
  const { key, kind } = question;
  if (value === undefined) return [];
  switch (kind) {
    case 'yesNo':
    case 'choices':
      return chosenAt(key, question.options, Array.isArray(value) ? value : [value], items);
    case 'choice':
      return chosenAt(key, question.offered ?? question.options, [value], items);
    case 'location':
      return [];
    case 'rating':
      return chosenAt(key, question.values, [value], items);
    case 'items':
      return Array.isArray(value)
        ? value.flatMap((item: unknown, index) => {
            const link = `${key}.${index + 1}`;
            if (item === null) return [];
            return items.get(link)?.answerOption
              ? chosenAt(link, question.values, [item], items)
              : ([[link, [{ valueInteger: Number(item) }]]] satisfies readonly At[]);
          })
        : [];
    case 'treatment':
      return typeof value === 'object' && value !== null && 'had' in value
        ? chosenAt(`${key}.had`, ['yes', 'no', 'unsure'], [value.had], items)
        : [];
    default:
      return [[key, [{ valueString: JSON.stringify(value) }]]];
  }
}

function chosenAt(
  link: string,
  options: readonly unknown[],
  values: readonly unknown[],
  items: ReadonlyMap<string, Item>,
): readonly At[] {
  const offered = items.get(link)?.answerOption;
  if (!offered) return [];
  const system = offered[0]?.valueCoding.system ?? '';
  const answers = values.map((value): FhirAnswer => {
    const coding = offered[options.indexOf(value)]?.valueCoding;
    // What the form takes and does not offer has the option's own name as its code.
    return { valueCoding: coding ?? { system, code: String(value) } };
  });
  return answers.length > 0 ? [[link, answers]] : [];
}
