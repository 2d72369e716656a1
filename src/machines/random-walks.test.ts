import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { answersOn, anyAnswers } from '../../tests/any-answers.ts';
import type { Answers, Key } from '../steps/catalog.ts';
import { relevant } from '../steps/relevant.ts';
import { applyPage, type Draft } from './draft.ts';
import { factsOf } from './facts.fixture.ts';
import type { Facts } from './facts.ts';
import { intakeMachine, type PageAnswers } from './intake.machine.ts';
import { isInterruption, type Place, pageAt } from './places.ts';
import { same } from './same.ts';
import { AT, emptyDraft } from './session.fixture.ts';
import { type Walk, walk } from './walk.ts';
import { wholePath } from './whole-path.ts';

const keysOn = (place: Place): readonly Key[] => pageAt(place)?.questions.map(({ key }) => key) ?? [];

/** The machine by itself: it gets each page's answers as that page is left, and knows nothing of later ones. */
function machineAfter(path: readonly Place[], answers: Answers, clinic: Facts): Place {
  let [here] = initialTransition(intakeMachine, clinic);
  for (const place of path.slice(0, -1)) {
    expect(here.value).toBe(place);
    const own: PageAnswers = Object.fromEntries(keysOn(place).map((key) => [key, answers[key]]));
    [here] = transition(intakeMachine, here, { type: 'CONTINUE', answers: own });
  }
  return here.value;
}

/** What must hold after whatever the person did. */
function holdsTogether(walked: Walk, draft: Draft, given: Answers, clinic: Facts): void {
  const { path, place, whole, shown } = walked;
  expect(same(draft.answers, given), 'no answer is lost or made up').toBe(true);
  expect(path).toEqual(whole.slice(0, path.length));
  expect(path.at(-1)).toBe(place);
  expect(path.slice(0, -1).filter((behind) => !draft.passed.includes(behind))).toEqual([]);

  const { shown: asked } = relevant(draft.answers, clinic.circumstances);
  expect([...shown].sort()).toEqual(
    [...new Set(path.flatMap(keysOn))].filter((key) => asked.has(key)).sort(),
  );
  expect(Object.keys(walked.relevant).filter((key) => !shown.has(key as Key))).toEqual([]);
  // The one answer that another can make void: the main condition, once it is no longer among those chosen.
  const counted = [...shown].filter((key) => key !== 'mainCondition');
  expect(counted.filter((key) => !same(walked.relevant[key], given[key]))).toEqual([]);

  const before = path.map((one) => walked.previous(one));
  expect(before.filter((one) => one === undefined)).toHaveLength(1);
  expect(before.filter((one) => one !== undefined && isInterruption(one))).toEqual([]);
  expect(path.filter((one) => !path.includes(walked.next(one)))).toEqual([]);
  expect(walked.progress >= 0 && walked.progress <= 1).toBe(true);
}

const needed: PageAnswers = {
  completedBy: 'self',
  firstName: 'Ann',
  lastName: 'Example',
  phone: '615 555 0142',
};

/** Presses Continue on all that is left, gives what check answers asks for, and signs. */
function finish(draft: Draft, walkOf: (draft: Draft) => Walk): Draft {
  let here = draft;
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const { place, whole } = walkOf(here);
    if (place === 'done' || place === 'underAge') return here;
    for (const ahead of whole.slice(whole.indexOf(place), -1)) {
      const [answers] = fc.sample(answersOn(ahead, here.answers), { seed: rounds, numRuns: 1 });
      here = applyPage(here, ahead, { ...answers, ...(ahead === 'check' && needed) }, AT);
    }
  }
  throw new Error('the form has no end');
}

test('500 people wander through the form, go back, change their minds, and all of them come to an end', () => {
  let ended = 0;
  fc.assert(
    fc.property(
      fc.gen(),
      anyAnswers,
      fc.constantFrom(1, 2),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (draw, begun, locationCount, share) => {
        const clinic = factsOf({}, { circumstances: { asOf: '2026-11-22', locationCount } });
        const walkOf = ({ answers, passed }: Draft) => walk({ ...clinic, answers, passed });

        // They begin anywhere on the way, with answers from pages that they may never come to.
        const whole = wholePath({ ...clinic, answers: begun });
        let draft = emptyDraft({ answers: begun, passed: whole.slice(0, Math.floor(share * whole.length)) });
        let given: Answers = begun;
        let walked = walkOf(draft);
        let at = walked.place;

        for (let moves = 0; moves < 8 && at !== 'underAge' && at !== 'done'; moves += 1) {
          const move = draw(fc.constantFrom, 'continue', 'continue', 'continue', 'back', 'change');
          if (move === 'back') at = walked.previous(at) ?? at;
          else if (move === 'change')
            at = draw(fc.constantFrom, ...walked.path.filter((place) => !isInterruption(place)));
          else {
            const answers: PageAnswers = draw(answersOn, at, draft.answers);
            draft = applyPage(draft, at, answers, AT);
            const all = Object.entries({ ...given, ...answers });
            given = Object.fromEntries(all.filter(([, value]) => value !== undefined));
            walked = walkOf(draft);
            at = walked.path.includes(at) ? walked.next(at) : walked.place;
            holdsTogether(walked, draft, given, clinic);
          }
        }
        expect(machineAfter(walked.path, draft.answers, clinic)).toBe(walked.place);

        const finished = finish(draft, walkOf);
        const complete = walkOf(finished);
        expect(complete.shown).toEqual(relevant(finished.answers, clinic.circumstances).shown);
        expect(complete.progress).toBe(1);
        if (complete.place === 'done')
          expect(new Set(Object.values(complete.sections))).toEqual(new Set(['done']));
        ended += 1;
      },
    ),
    { seed: 20261122, numRuns: 500 },
  );
  expect(ended).toBe(500);
}, 240_000);

test('on any complete path exactly the relevant questions are shown, and their answers count', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(1, 2), (answers, locationCount) => {
      const facts = factsOf(answers, { circumstances: { asOf: '2026-11-22', locationCount } });
      const asked = relevant(answers, facts.circumstances);
      const keys = wholePath(facts).flatMap(keysOn);
      expect(new Set(keys.filter((key) => asked.shown.has(key)))).toEqual(asked.shown);
    }),
    { seed: 20261122, numRuns: 300 },
  );
}, 30_000);
