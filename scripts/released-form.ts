/** What a released version of the form consists of: enough to show, export and check a submission years later. */
import { createHash } from 'node:crypto';
import { intakeMachine } from '../src/machines/intake.machine.ts';
import { wholePath } from '../src/machines/whole-path.ts';
import { antidepressants } from '../src/screening/medicines/antidepressants.ts';
import { classLists } from '../src/screening/medicines/classes.ts';
import { brandsOf, drugKeys, knownNames } from '../src/screening/medicines/names.ts';
import type { Rule } from '../src/screening/rule.ts';
import { rules, rulesVersion } from '../src/screening/rules.ts';
import { screen } from '../src/screening/screen.ts';
import { thresholdsSchema } from '../src/settings/settings.ts';
import { currentForm, questionsOf } from '../src/submission/form.ts';
import { asOf, inventedIntakes, locations } from './invented-intakes.ts';

const sha256 = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** How many invented intakes stand behind the fingerprints of rules and scores, and how many of them walk the flow. */
const SCREENED = 2_000;
const WALKED = 250;

/** Every state of the flow in its order: why it is shown, and where Continue leads. */
const flow = () =>
  Object.values(intakeMachine.states).map((state) => ({
    place: state.key,
    ...(state.meta && { onlyIf: state.meta.onlyIf }),
    next: (state.transitions.get('CONTINUE') ?? []).map(({ target, guard }) => ({
      to: target?.[0]?.key,
      ...(typeof guard === 'string' && { if: guard }),
    })),
  }));

/** A rule without its function: what a clinician can read of it. */
const told = ({ id, tier, finds, severity, unknown, clinician, tags = [], sources, reads }: Rule) => ({
  id,
  tier,
  finds,
  severity,
  unknown,
  clinician,
  tags,
  sources,
  reads,
});

/**
 * The form as it is now, as plain data. Rules and flow are told in words, and by a fingerprint of what they make of
 * the same invented intakes under the default thresholds: a function cannot be written down, what it does can.
 */
export function releasedForm(): unknown {
  const thresholds = thresholdsSchema.parse({});
  const settings = { thresholds, locations: locations.map((id) => ({ id, name: id })) };
  const circumstances = { asOf, locationCount: locations.length };
  const intakes = inventedIntakes(SCREENED);
  const evaluations = intakes.map((answers) => screen(answers, { asOf, settings }));
  const results = (id: string) =>
    evaluations.map(({ findings }) => findings.find((finding) => finding.id === id)?.result);
  const { steps, ...form } = currentForm;
  const released = {
    format: 1,
    ...form,
    questions: questionsOf(currentForm),
    steps: steps.map((step) => ({
      ...step,
      pages: step.pages.map((page) => ({ ...page, questions: page.questions.map(({ key }) => key) })),
    })),
    flow: flow(),
    paths: sha256(
      intakes.slice(0, WALKED).map((answers) => wholePath({ answers, circumstances, thresholds })),
    ),
    thresholds,
    rulesVersion,
    rules: rules.map((rule) => ({ ...told(rule), results: sha256(results(rule.id)).slice(0, 16) })),
    scores: sha256(evaluations.map(({ scores }) => scores)),
    dispositions: sha256(evaluations.map(({ disposition, urgent }) => ({ disposition, urgent }))),
    medicines: sha256({
      classLists,
      antidepressants,
      brands: drugKeys.map((key) => [key, brandsOf(key)]),
      names: knownNames,
    }),
  };
  return JSON.parse(JSON.stringify(released));
}
