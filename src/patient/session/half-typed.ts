import type { Draft } from '../../machines/draft.ts';
import type { TypedInputs } from '../../machines/parse-draft.ts';
import { readTyped, writeTyped } from '../draft/typed-copy.ts';
import type { HeldKey, Key } from './held-key.ts';

/** What stands in the inputs of the page that is open, whether or not it is an answer yet. */
export function createHalfTyped(key: HeldKey, isWanted: () => boolean) {
  let typed: TypedInputs | undefined;
  /** How often answers of another device came in: what stands in the inputs is then older than the draft. */
  let merges = 0;
  /** The draft that this device keeps: what is typed has a place beside it. */
  let keptBeside: Key | undefined;

  const write = async (copy: TypedInputs): Promise<void> => {
    if (!key.isHeld()) return;
    const mine = await key.held();
    await writeTyped(mine.keys, copy, { isBeside: keptBeside === mine, isWanted });
  };

  return {
    async keep(copy: TypedInputs): Promise<void> {
      typed = copy;
      await write(copy);
    },
    /** The draft is on this device from now on: what was typed before had no place beside it yet. */
    async keepBeside(draft: Key): Promise<void> {
      if (keptBeside === draft) return;
      keptBeside = draft;
      if (typed) await write(typed);
    },
    /** What came with the server's copy, or nothing. */
    found(copy: TypedInputs | undefined): void {
      typed = copy;
    },
    /** What this device kept counts before what came from the server. */
    async findHere(isAsLeftHere: boolean): Promise<void> {
      typed = (await readTyped((await key.held()).keys.key, isAsLeftHere)) ?? typed;
    },
    /** Other answers are shown now: what stood in the inputs is gone. */
    outdate(): void {
      merges += 1;
      typed = undefined;
    },
    forget(): void {
      typed = undefined;
    },
    merges: () => merges,
    /** What stood in the inputs of a page when it was last seen. */
    on: (place: string) => (typed?.place === place ? typed.inputs : undefined),
    /** What goes to the server holds what is half typed as well: the code brings it back on any device. */
    with: (draft: Draft) => (typed ? { ...draft, typed } : draft),
  };
}

export type HalfTyped = ReturnType<typeof createHalfTyped>;
