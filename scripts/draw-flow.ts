/** Writes `docs/generated/flow.md` from the machine: a drawing of the way through the form, its states and its guards. */

import { type GuardName, guards } from '../src/machines/guards.ts';
import { intakeMachine } from '../src/machines/intake.machine.ts';
import { interruptions } from '../src/machines/interruptions.ts';
import { isInterruption, type Place, pageAt, sectionOf } from '../src/machines/places.ts';
import { keysIn } from '../src/questions/condition.ts';
import { type SectionId, sectionNames, sections } from '../src/steps/step.ts';
import { isDirectRun, writeGenerated } from './generated.ts';

interface Arrow {
  readonly to: string;
  /** The guard that must hold. */
  readonly if?: string;
}

interface Drawn {
  readonly id: Place;
  readonly section: SectionId | undefined;
  readonly onlyIf: GuardName | undefined;
  readonly arrows: readonly Arrow[];
}

/** A state without a section of its own, a support page or an end, is drawn where the flow comes to it. */
function drawn(): readonly Drawn[] {
  let section: SectionId | undefined;
  return Object.values(intakeMachine.states).map((state) => {
    const id = state.key as Place;
    section = sectionOf(id) ?? section;
    const arrows = (state.transitions.get('CONTINUE') ?? []).map(({ target, guard }) => ({
      to: target?.[0]?.key ?? id,
      ...(typeof guard === 'string' && { if: guard }),
    }));
    return { id, section, onlyIf: state.meta?.onlyIf, arrows };
  });
}

const ends: Readonly<Partial<Record<Place, string>>> = {
  underAge: 'The form ends: help first, then "we treat adults"',
  done: 'Signed; the session sends it',
};

const heading = (id: Place): string => {
  const page = pageAt(id);
  return page?.words.en.title ?? page?.questions[0]?.words.en.label ?? ends[id] ?? '';
};

const kind = (id: Place): string => {
  if (isInterruption(id)) return id.endsWith('Support') ? 'support' : 'check';
  return pageAt(id) ? 'page' : 'end';
};

const shape = ({ id, onlyIf }: Drawn): string => {
  const label = onlyIf ? `${id}<br/><i>if ${onlyIf}</i>` : id;
  if (kind(id) === 'end') return `${id}(["${label}"])`;
  return isInterruption(id) ? `${id}{{"${label}"}}` : `${id}["${label}"]`;
};

const lines = ({ id, onlyIf, arrows }: Drawn): readonly string[] =>
  arrows.flatMap((arrow) => [
    arrow.if ? `  ${id} -->|${arrow.if}| ${arrow.to}` : `  ${id} --> ${arrow.to}`,
    ...(onlyIf ? [`  ${id} -.->|otherwise| ${arrow.to}`] : []),
  ]);

function picture(states: readonly Drawn[]): readonly string[] {
  const group = (section: SectionId, index: number) => [
    `  subgraph ${section} ["${index + 1} · ${sectionNames.en[section]}"]`,
    ...states.filter((state) => state.section === section).map((state) => `    ${shape(state)}`),
    '  end',
  ];
  return ['```mermaid', 'flowchart TB', ...sections.flatMap(group), ...states.flatMap(lines), '```'];
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

const stateRow = ({ id, section, onlyIf, arrows }: Drawn): string =>
  row([
    `\`${id}\``,
    kind(id),
    section ? sectionNames.en[section] : '',
    heading(id),
    onlyIf ? `\`${onlyIf}\`` : kind(id) === 'end' ? '' : 'always',
    (pageAt(id)?.questions ?? []).map(({ key }) => `\`${key}\``).join(' '),
    arrows.map((arrow) => (arrow.if ? `${arrow.to} if \`${arrow.if}\`` : arrow.to)).join('; '),
  ]);

const asksWhen = (id: Place): string => {
  const keys = pageAt(id)?.questions.flatMap(({ shown }) => (shown ? keysIn(shown) : [])) ?? [];
  const reads = [...new Set(keys)].map((key) => `\`${key}\``).join(', ');
  return reads
    ? `a question of the page is shown; that is told by ${reads}`
    : 'a question of the page is shown; that is told by the settings';
};

const guardRow = (guard: GuardName, states: readonly Drawn[]): string => {
  const own = states.filter(({ onlyIf }) => onlyIf === guard);
  const [first] = own;
  const meaning = first && (isInterruption(first.id) ? interruptions[first.id].when : asksWhen(first.id));
  return row([
    `\`${guard}\``,
    own.map(({ id }) => `\`${id}\``).join(' ') || '`underAge`',
    meaning ?? 'the birth date makes the person younger than 18 today',
  ]);
};

export function flowDrawing(): string {
  const states = drawn();
  const asked = states.filter(({ id }) => kind(id) === 'page').length;
  return [
    '# The way through the form',
    '',
    'Made from `src/machines/intake.machine.ts` by `npm run docs`; do not edit.',
    '',
    `${asked} pages, ${states.filter(({ id }) => isInterruption(id)).length} pages that come up between two others, 2 ends. One event, Continue, leads along a line;`,
    'a state with a reason is passed over unless the reason holds (the dotted line). Where a person stands is told by',
    '`walk`, which replays this with the answers and the pages that were passed.',
    '',
    ...picture(states),
    '',
    '## States',
    '',
    '| State | Kind | Section | Heading | Comes up | Questions | Continue leads to |',
    '|---|---|---|---|---|---|---|',
    ...states.map(stateRow),
    '',
    '## Guards',
    '',
    '| Guard | Opens | Holds when |',
    '|---|---|---|',
    ...(Object.keys(guards) as GuardName[]).map((guard) => guardRow(guard, states)),
    '',
  ].join('\n');
}

if (isDirectRun(import.meta.url)) writeGenerated('flow.md', flowDrawing());
