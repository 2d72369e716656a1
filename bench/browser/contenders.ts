/** Who is measured: where it is served, what its controls are called, and how it is known to have received everything. */
import { words } from '../../src/patient/words/words.ts';
import { openHouse } from '../../tests/journeys/house.ts';
import { type Answer, type AnsweredPage, answeredPages, expectedTexts, type Filled } from './answered.ts';
import { buildPeer, type Peer } from './build.ts';
import { servePeer } from './peer-server.ts';
import { surveyName } from './peers/surveyjs/survey.ts';

/** One act of the robot in the page. */
export interface Act {
  readonly does: 'press' | 'type' | 'enter';
  readonly selector: string;
  /** Which of those that fit, from 0. */
  readonly nth?: number;
  readonly text?: string;
}

export interface Stop {
  readonly id: string;
  /** Seen when the page is there. */
  readonly ready: string;
  readonly acts: readonly Act[];
  /** The button that leads on. */
  readonly button: string;
}

export interface Contender {
  readonly name: string;
  readonly url: string;
  /** The start page: the choice on it, and the button that leads to the first question. */
  readonly start: { readonly control: string; readonly button: string };
  /** The pages in their order, from the first question. */
  readonly stops: readonly Stop[];
  /** Seen when everything was sent. */
  readonly end: string;
  /** Refuses a visit after which something is missing. */
  checkReceived(): void;
  close(): Promise<void>;
}

/** What differs between the contenders in how a page is filled in. */
interface Ways {
  /** The input of an answer, or its option. */
  readonly input: (name: string, value?: string) => string;
  readonly row: (list: string, index: number, row: readonly Filled[]) => readonly Act[];
  readonly list: (name: string) => string;
  readonly answersList: string;
  readonly start: string;
  readonly goOn: string;
  readonly send: string;
}

const byName = (name: string, value?: string) =>
  value === undefined ? `[name="${name}"]` : `[name="${name}"][value="${value}"]`;

function fill(one: Filled, input: Ways['input'], nth?: number): readonly Act[] {
  const at = nth === undefined ? {} : { nth };
  if (one.give === 'text') return [{ does: 'type', selector: input(one.name), text: one.text, ...at }];
  return one.values.map((value) => ({ does: 'press', selector: input(one.name, value), ...at }));
}

const actsOf = (ways: Ways, one: Answer): readonly Act[] =>
  one.give === 'row' ? ways.row(one.list, one.index, one.row) : fill(one, ways.input);

function stopOf(ways: Ways, { id, first, answers }: AnsweredPage): Stop {
  const isList = answers.some(({ give }) => give === 'row') && answers[0]?.give === 'row';
  const ready = first === undefined ? ways.answersList : ways.input(first);
  return {
    id,
    ready: isList || id === 'augmentation' ? ways.list(first ?? '') : ready,
    acts: answers.flatMap((one) => actsOf(ways, one)),
    button: id === 'sign' ? ways.send : ways.goOn,
  };
}

const stopsOf = (ways: Ways): readonly Stop[] => answeredPages.map((page) => stopOf(ways, page));

const peerRow: Ways['row'] = (list, index, row) => [
  { does: 'press', selector: `[data-add="${list}"]` },
  ...row.flatMap((part) => fill(part, (name, value) => byName(`${list}.${index}.${name}`, value))),
];

const plainWays: Ways = {
  input: byName,
  row: peerRow,
  list: (name) => `[data-add="${name}"]`,
  answersList: '.answers',
  start: 'Start now',
  goOn: 'Continue',
  send: 'Send',
};

const surveyQuestion = (name: string) => `[data-name="${surveyName(name)}"]`;
const surveyInput: Ways['input'] = (name, value) =>
  value === undefined
    ? `${surveyQuestion(name)} :is(input, textarea)`
    : `${surveyQuestion(name)} input[value="${value}"]`;

const surveyWays: Ways = {
  ...plainWays,
  input: surveyInput,
  row: (list, index, row) => [
    { does: 'press', selector: `${surveyQuestion(list)} .sd-paneldynamic__add-btn` },
    ...row.flatMap((part) =>
      fill(part, (name, value) => `${surveyQuestion(list)} ${surveyInput(name, value)}`, index),
    ),
  ],
  list: (name) => `${surveyQuestion(name)} .sd-paneldynamic__add-btn`,
  // Nothing of its own marks the page on which all answers are read: it is where they can be sent.
  answersList: '.sd-navigation__complete-btn',
  start: 'Continue',
};

const w = words.en;

const ourWays: Ways = {
  input: (name, value) => byName(name === 'consents.name' ? 'sign-name' : name, value),
  row: (list, index, row) => {
    const drug = row.find((part) => part.name === 'drug');
    const pending = byName(`${list}.pending`);
    return [
      { does: 'type', selector: pending, text: drug?.give === 'text' ? drug.text : '' },
      { does: 'enter', selector: pending },
      ...row
        .filter((part) => part.name !== 'drug')
        .flatMap((part) =>
          fill(part, (name, value) => byName(`${list}.rows.row${index + 1}.${name}`, value)),
        ),
      { does: 'press', selector: '.card-fields .button-row button' },
    ];
  },
  list: (name) => byName(`${name}.pending`),
  answersList: '.answers',
  start: w.start.begin,
  goOn: w.continue,
  send: w.sign.send,
};

async function peer(name: string, kind: Peer, ways: Ways, stops: readonly Stop[]): Promise<Contender> {
  const server = await servePeer(await buildPeer(kind));
  let checked = 0;
  return {
    name,
    url: server.url,
    start: { control: ways.input('device', 'own'), button: ways.start },
    stops,
    end: '#received',
    checkReceived: () => {
      const [sent = '', ...more] = server.received.slice(checked);
      checked = server.received.length;
      if (more.length > 0) throw new Error(`${name} sent its answers ${1 + more.length} times`);
      const missing = expectedTexts.filter((text) => !sent.includes(JSON.stringify(text)));
      if (missing.length > 0) throw new Error(`${name} did not send ${missing.join(', ')}`);
    },
    close: server.close,
  };
}

const plain = () => peer('limit', 'plain', plainWays, stopsOf(plainWays));
const hookForm = () => peer('React + react-hook-form', 'hook-form', plainWays, stopsOf(plainWays));

/** Its answers are read back after everything else, and sent from there. */
function surveyJs(): Promise<Contender> {
  const all = stopsOf(surveyWays);
  const isCheck = ({ id }: Stop) => id === 'check';
  const pages = all.filter((one) => !isCheck(one)).map((one) => ({ ...one, button: surveyWays.goOn }));
  const check = all.filter(isCheck).map((one) => ({ ...one, button: surveyWays.send }));
  return peer('SurveyJS', 'surveyjs', surveyWays, [...pages, ...check]);
}

/** The pages of the app itself. */
export const ourStops: readonly Stop[] = stopsOf(ourWays).flatMap((stop): readonly Stop[] => {
  if (stop.id !== 'phq9Mood') return [stop];
  // Said once before the first private page; nothing is answered there.
  return [{ id: 'privacy', ready: '.code', acts: [], button: w.continue }, stop];
});
export const ourStart = { control: byName('device', 'own'), button: ourWays.start };
export const ourEnd = '.reference';

/** The app as a clinic runs it: its own server as a process of its own, on a store in a temporary folder. */
async function ours(): Promise<Contender> {
  const house = await openHouse();
  return {
    name: 'Prelude',
    url: `${house.url}/`,
    start: ourStart,
    stops: ourStops,
    end: ourEnd,
    // The reference number is the server's own: it gives none before everything is parsed, screened and synced.
    checkReceived: () => {},
    close: house.close,
  };
}

/** In the order of the tables. */
export const contenders = [ours, plain, hookForm, surveyJs] as const;
