import type { Key, PageId } from '../steps/catalog.ts';
import { relevant } from '../steps/relevant.ts';
import type { Facts } from './facts.ts';
import { type Place, pageAt } from './places.ts';
import { wholePath } from './whole-path.ts';

/** A question on the path without an answer, and the page to go to. */
export interface Unanswered {
  readonly page: PageId;
  readonly key: Key;
  /** An answer to this one would do as well: a phone number or an e-mail address. */
  readonly or?: Key;
  /** Of an instrument: the items left blank on this page, counted from 0. */
  readonly items?: readonly number[];
}

export interface Missing {
  /** Without these the form cannot be sent. The signature, on the page after, is not among them. */
  readonly needed: readonly Unanswered[];
  /** Left blank, which is allowed. */
  readonly blank: readonly Unanswered[];
  readonly signed: boolean;
}

type CatalogPage = NonNullable<ReturnType<typeof pageAt>>;
type CatalogQuestion = CatalogPage['questions'][number];

/** The clinic has to reach the person by one of the two. */
const waysToReach = ['phone', 'email'] as const;
const isWayToReach = (key: Key) => waysToReach.some((way) => way === key);

/** Never asked as questions of their own: the signature has its page, and units go with the numbers. */
const notListed: ReadonlySet<Key> = new Set(['consents', 'bodyUnits']);

/** The items of an instrument left blank on this page; after a first "Never" no other is asked. */
function blankItems(
  question: Extract<CatalogQuestion, { kind: 'items' }>,
  page: CatalogPage,
  answer: readonly (number | null)[] = [],
): readonly number[] {
  const onPage = page.items ?? Array.from({ length: question.count }, (_, item) => item);
  const ended = question.firstEnds !== undefined && answer[0] === question.firstEnds;
  return onPage.filter((item) => (answer[item] ?? null) === null && !(ended && item > 0));
}

/**
 * What check answers lists, in the order of the pages: what is needed to send, and what was left blank.
 *
 * @param path the whole path of these answers, where the caller has it already
 * @example missing(facts).needed // [{ page: 'contact', key: 'phone', or: 'email' }]
 */
export function missing(facts: Facts, path: readonly Place[] = wholePath(facts)): Missing {
  const { shown, answers } = relevant(facts.answers, facts.circumstances);
  const reachable = waysToReach.some((way) => answers[way] !== undefined);
  const needed: Unanswered[] = [];
  const blank: Unanswered[] = [];
  for (const page of path.flatMap((place) => pageAt(place, facts.circumstances.instrument) ?? [])) {
    for (const question of page.questions) {
      if (!shown.has(question.key) || notListed.has(question.key)) continue;
      const at = { page: page.id, key: question.key };
      if (question.kind === 'items') {
        const items = blankItems(question, page, answers[question.key]);
        if (items.length > 0) blank.push({ ...at, items });
      } else if (answers[question.key] === undefined) {
        if (question.needed) needed.push(at);
        else if (reachable || !isWayToReach(question.key)) blank.push(at);
        else if (question.key === 'phone') needed.push({ ...at, or: 'email' });
      }
    }
  }
  return { needed, blank, signed: answers.consents !== undefined };
}
