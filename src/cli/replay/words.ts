import type { ReplayOfCase } from '../../server/replays/replays.usecases.ts';
import { differenceText } from '../../submission/differences.ts';
import type { Replayed } from '../../submission/replay.ts';

const whyNot: Readonly<Record<Extract<Replayed, { kind: 'cannot' }>['why'], string>> = {
  packNotReleased: 'cannot be evaluated: this program does not hold its rules',
  otherPack: 'cannot be evaluated: the pack of that version is not the one it was screened with',
  otherInputs: 'cannot be evaluated: its inputs are not those that were screened',
};

/** One submission evaluated again. */
export function linesOfCase({ reference, storedPacks, stored, differences }: ReplayOfCase, other: string) {
  const own = storedPacks.clinic ? ` with the clinic’s own rules ${storedPacks.clinic.version}` : '';
  return [
    `${reference}, screened under rules ${storedPacks.rules}${own}`,
    `Under the rules of its day: ${wordsOf(stored)}`,
    ...(stored.kind === 'different' ? stored.differences.map((one) => `  ${differenceText(one)}`) : []),
    differences.length === 0
      ? `Under ${other}: the same.`
      : `Under ${other}: ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}.`,
    ...differences.map((one) => `  ${differenceText(one)}`),
  ];
}

const wordsOf = (stored: Replayed): string => {
  if (stored.kind === 'cannot') return `${whyNot[stored.why]}.`;
  return stored.kind === 'identical' ? 'identical.' : 'NOT identical.';
};

interface Tally {
  add(id: string, replayed: ReplayOfCase | undefined): void;
  /** Whether every submission could be opened, and gave its own result under its own rules. */
  isSound(): boolean;
  lines(): string[];
}

/** Every submission evaluated again: how many, what differs and how often, and the ids. No name, no answer. */
export function newTally(other: string): Tally {
  let cases = 0;
  const unsound = new Map<string, string>();
  const changed: string[] = [];
  const changes = new Map<string, number>();
  return {
    add: (id, replayed) => {
      cases += 1;
      if (replayed === undefined) {
        unsound.set(id, 'cannot be opened: its key is missing, or its data was damaged');
        return;
      }
      const { stored, differences } = replayed;
      if (stored.kind === 'different') unsound.set(id, stored.differences.map(differenceText).join('; '));
      if (stored.kind === 'cannot') unsound.set(id, whyNot[stored.why]);
      if (differences.length > 0) changed.push(id);
      // How rules word it is in each case; over all, what they say tells.
      for (const one of differences.filter(({ isWording }) => !isWording)) {
        const text = differenceText(one);
        changes.set(text, (changes.get(text) ?? 0) + 1);
      }
    },
    isSound: () => unsound.size === 0,
    lines: () => [
      `${cases} submissions.`,
      `Under the rules of their day: ${cases - unsound.size} identical, ${unsound.size} not.`,
      ...[...unsound].map(([id, why]) => `  ${id}: ${why}`),
      `Under ${other}: ${cases - changed.length - unopened(unsound)} the same, ${changed.length} different.`,
      ...[...changes]
        .sort(([, one], [, another]) => another - one)
        .map(([text, count]) => `  ${String(count).padStart(6)} × ${text}`),
      ...changed.map((id) => `  ${id}`),
    ],
  };
}

const unopened = (unsound: ReadonlyMap<string, string>): number =>
  [...unsound.values()].filter((why) => why.startsWith('cannot be opened')).length;
