/** The questions in the words of SurveyJS. */
import { askedPages, type Field, type Rows, type When } from '../../asked.ts';
import { deviceQuestion, escaped, startHtml } from '../../start-page.ts';

/** A point in a name would lead into an object. */
export const surveyName = (name: string): string => name.replaceAll('.', '__');

const anyOf = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(' or ')})` : 'false');

function expression(when: When): string {
  if ('all' in when) return `(${when.all.map(expression).join(' and ')})`;
  if ('any' in when) return anyOf(when.any.map(expression));
  const names = when.of.map((name) => `{${surveyName(name)}}`);
  if ('is' in when)
    return anyOf(
      names.flatMap((name) =>
        when.is.map((value) => (value === null ? `${name} empty` : `${name} contains '${value}'`)),
      ),
    );
  if ('above' in when) return anyOf(names.map((name) => `${name} > ${when.above}`));
  return when.count === 1
    ? anyOf(names.map((name) => `${name} notempty`))
    : `${names[0]?.slice(0, -1)}.length} >= ${when.count}`;
}

const visible = (when: When | undefined) => (when ? { visibleIf: expression(when) } : {});

function element(one: Field | Rows): object {
  const named = {
    name: surveyName(one.name),
    title: one.label,
    ...(one.hint && { description: one.hint }),
    ...visible(one.when),
  };
  if (one.as === 'rows')
    return {
      type: 'paneldynamic',
      ...named,
      panelCount: 0,
      addPanelText: one.add,
      templateElements: one.fields.map(element),
    };
  const needed = one.needed ? { isRequired: true } : {};
  if (one.as === 'radios' || one.as === 'ticks')
    return {
      type: one.as === 'radios' ? 'radiogroup' : 'checkbox',
      ...named,
      ...needed,
      choices: one.options,
    };
  return { type: one.as === 'long' ? 'comment' : 'text', ...named, ...needed };
}

export const survey = {
  showQuestionNumbers: 'off',
  showPreviewBeforeComplete: 'showAllQuestions',
  pageNextText: 'Continue',
  previewText: 'Continue',
  completeText: 'Send',
  showCompletedPage: false,
  pages: [
    {
      name: 'start',
      navigationButtonsVisibility: 'show',
      elements: [{ type: 'html', name: 'startText', html: startHtml }, element(deviceQuestion)],
    },
    ...askedPages
      .filter(({ id }) => id !== 'check')
      .map(({ id, title, intro, text, entries, when }) => ({
        name: id,
        title,
        ...(intro && { description: intro }),
        ...visible(when),
        elements: [
          ...(text
            ? [
                {
                  type: 'html',
                  name: `${id}Text`,
                  html: `<ul>${text.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`,
                },
              ]
            : []),
          ...entries.map(element),
        ],
      })),
  ],
};
