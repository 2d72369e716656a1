import type { Answers } from '../steps/catalog.ts';
import { ownAnswers } from '../steps/own-instrument.ts';
import type { Draft, SafetyAlert } from './draft.ts';
import { isPage, type Place } from './places.ts';
import { same } from './same.ts';
import type { Walk } from './walk.ts';

/** What each support page tells of. Of the PHQ-9 only item 9 is told. */
const told: Readonly<Partial<Record<Place, (answers: Answers) => Answers>>> = {
  dangerSupport: ({ emergencyNow }) => ({ ...(emergencyNow && { emergencyNow }) }),
  thoughtsSupport: ({ phq9 }) => ({
    ...(phq9 && { phq9: phq9.map((item, index) => (index === 8 ? item : null)) }),
  }),
  asqSupport: ({ asq1, asq2, asq3, asq4, asq4when, asq5, ...others }) => ({
    ...(asq1 && { asq1 }),
    ...(asq2 && { asq2 }),
    ...(asq3 && { asq3 }),
    ...(asq4 && { asq4 }),
    ...(asq4when && { asq4when }),
    ...(asq5 && { asq5 }),
    ...ownAnswers(others),
  }),
};

/** The answers that brought up support, as far as the pages that asked for them were left with Continue. */
function causes({ whole, everything }: Walk, passed: readonly Place[]): Answers {
  const met = whole.filter((place, index) => {
    const asked = whole.slice(0, index).findLast(isPage);
    return told[place] !== undefined && asked !== undefined && passed.includes(asked);
  });
  return Object.assign({}, ...met.map((place) => told[place]?.(everything.answers)));
}

const isCausedBy = (answers: Answers) => Object.keys(answers).length > 0;

/**
 * What the clinic is to be told after a Continue: an alert is raised once a support page came up and the person has
 * agreed to be called, told anew when its causes change, and withdrawn with the last cause or with the consent.
 * One already raised for somebody who turns out to be under 18 stays.
 */
export function settleAlert(draft: Draft, walk: Walk): Draft {
  if (walk.ended === 'underAge') return draft;
  const { alert } = draft;
  const answers = causes(walk, draft.passed);
  if (alert?.agreedBy === 'asked' && alert.state === 'raised') return tell(draft, { ...alert, answers });
  if (walk.everything.answers.safetyCallConsent === 'yes' && isCausedBy(answers))
    return tell(draft, { agreedBy: 'consent', state: 'raised', answers });
  return alert ? tell(draft, { ...alert, state: 'withdrawn' }) : draft;
}

/** "Ask the clinic to call me": told whatever the consent says, and again where it was refused before. */
export function askToCall(draft: Draft, walk: Walk): Draft {
  return tell(draft, { agreedBy: 'asked', state: 'raised', answers: causes(walk, draft.passed) });
}

/** Nothing is told twice: an alert that says the same keeps its standing, unless it was refused. */
function tell(draft: Draft, said: Omit<SafetyAlert, 'standing'>): Draft {
  const { agreedBy, state, answers } = said;
  const { alert } = draft;
  const unchanged = alert?.agreedBy === agreedBy && alert.state === state && same(alert.answers, answers);
  if (unchanged && alert.standing !== 'refused') return draft;
  return { ...draft, alert: { agreedBy, state, answers, standing: 'pending' } };
}
