import { fill, type InEach } from '../../lib/locale.ts';
import type { Question } from '../../questions/question.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Page } from '../../steps/step.ts';
import { type Form, questionsOf } from '../form.ts';
import { inEach, inOtherLanguages, spoken } from './bilingual.ts';
import { type Clause, clausesOf, enabledWhen, type FormContext, isNever } from './conditions.ts';
import { help, itemsOf } from './items.ts';
import { questionnaireUrl } from './systems.ts';
import type { Questionnaire, QuestionnaireItem } from './types.ts';

const title = {
  en: 'Intake for IV ketamine and SPRAVATO',
  es: 'Formulario inicial para ketamina IV y SPRAVATO',
};

const description =
  'Asked before a first visit. For adults: somebody under 18 is asked the first two questions only, which enableWhen cannot say. The form that this was made from also shows ways to get help at once; whoever renders this must bring their own.';

const copyright = [
  'This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.',
  'PHQ-9 and GAD-7 were developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc.; no permission is required to reproduce, translate, display or distribute them.',
  'ASQ: National Institute of Mental Health. PC-PTSD-5: VA National Center for PTSD. AUDIT-C: World Health Organization. PEG: derived from the Brief Pain Inventory.',
].join('\n');

/** What of the clinic's settings the form depends on. */
export type FormSettings = Pick<Settings, 'locations' | 'cannabisCounts'>;

/**
 * A version of the form as a FHIR R4 Questionnaire with extensions of Structured Data Capture: sections and pages are
 * groups, `linkId` is the key of the question, conditions are `enableWhen`. Pages that ask nothing are left out.
 *
 * @param settings a question that depends on them (the location) is there or not there
 */
export function questionnaireOf(form: Form, settings: FormSettings): Questionnaire {
  return {
    resourceType: 'Questionnaire',
    id: `intake-${questionnaireVersion(form)}`,
    language: 'en',
    url: questionnaireUrl,
    version: questionnaireVersion(form),
    name: 'Intake',
    title: title.en,
    _title: inOtherLanguages(title),
    status: 'active',
    subjectType: ['Patient'],
    description,
    copyright: [copyright, ...(form.instrument ? [form.instrument.copyright] : [])].join('\n'),
    item: sectionItems(form, settings),
  };
}

/** A form in which a clinic's own instrument stands is another one than ours. */
export const questionnaireVersion = ({ formVersion, instrument }: Form): string =>
  instrument ? `${formVersion}-${instrument.sha256.slice(0, 12)}` : formVersion;

/** The whole tree of items. A response has the same shape. */
export function sectionItems(form: Form, settings: FormSettings): readonly QuestionnaireItem[] {
  const context: FormContext = {
    questions: new Map(questionsOf(form).map((question) => [question.key, question])),
    locations: settings.locations,
  };
  const sections = [...new Set(form.steps.map(({ section }) => section))];
  return sections.map((section) => ({
    linkId: `section.${section}`,
    ...spoken({ en: form.sectionNames.en[section], es: form.sectionNames.es[section] }),
    type: 'group',
    item: form.steps
      .filter((step) => step.section === section)
      .flatMap(({ pages }) => pages.flatMap((page) => pageItem(page, form, settings, context))),
  }));
}

/** A page as a group. What all of its questions depend on stands on the group, so that it opens and closes whole. */
function pageItem(
  page: Page,
  form: Form,
  settings: FormSettings,
  context: FormContext,
): readonly QuestionnaireItem[] {
  const asked = page.questions
    .map((question) => ({ question, clauses: question.shown ? clausesOf(question.shown, context) : [] }))
    .filter(({ clauses }) => !isNever(clauses));
  const [first, ...others] = asked;
  if (!first) return [];
  const shared = first.clauses.filter((clause) => others.every(({ clauses }) => holds(clauses, clause)));
  const linkId = `page.${page.id}`;
  const intro = inEach(page.words, (words) => words.intro);
  const why = inEach(page.words, (words) => words.why);
  const group: QuestionnaireItem = {
    linkId,
    ...spoken(inEach(page.words, (words) => words.title)),
    type: 'group',
    item: [
      ...(why ? [help(`${linkId}.help`, why)] : []),
      ...(intro && !isAsked(intro, page) ? [display(`${linkId}.intro`, intro)] : []),
      ...agreement(page, form),
      ...asked.flatMap(({ question, clauses }) => {
        const own = clauses.filter((clause) => !holds(shared, clause));
        const [main, ...notes] = itemsOf(withPlaces(question, form, settings), page, context);
        return main ? [enabledWhen(main, own), ...notes] : [];
      }),
    ],
  };
  return [enabledWhen(group, shared)];
}

const holds = (clauses: readonly Clause[], clause: Clause): boolean =>
  clauses.some((one) => JSON.stringify(one) === JSON.stringify(clause));

/** The opening words of an instrument stand on its page and on the instrument: once is enough here. */
const isAsked = (intro: InEach<string>, page: Page): boolean =>
  page.questions.some(({ words }) => words.en.label === intro.en && words.es.label === intro.es);

const display = (linkId: string, words: InEach<string>): QuestionnaireItem => ({
  linkId,
  ...spoken(words),
  type: 'display',
});

/** What a signature agrees to stands above it. */
const agreement = (page: Page, { consentText }: Form): readonly QuestionnaireItem[] =>
  page.questions.some(({ kind }) => kind === 'consents')
    ? consentText.en.map((en, index) =>
        display(`consentText.${index + 1}`, { en, es: consentText.es[index] ?? en }),
      )
    : [];

/** The hint of the drug question says whether cannabis counts in this clinic. */
const withPlaces = (question: Question, { cannabisNotes }: Form, settings: FormSettings): Question => {
  if (question.kind !== 'choice' || !question.words.en.hint?.includes('{cannabisNote}')) return question;
  const which = settings.cannabisCounts ? 'counts' : 'doesNotCount';
  const filled = (locale: 'en' | 'es') => ({
    ...question.words[locale],
    hint: fill(question.words[locale].hint ?? '', { cannabisNote: cannabisNotes[locale][which] }),
  });
  return { ...question, words: { en: filled('en'), es: filled('es') } };
};
