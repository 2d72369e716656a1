import type { Draft } from '../../machines/draft.ts';
import type { TypedInputs } from '../../machines/parse-draft.ts';
import { readTyped, writeTyped } from '../draft/typed-copy.ts';
import type { HeldKey } from './held-key.ts';

/** What stands in the inputs of the page that is open, whether or not it is an answer yet. */
export function createHalfTyped(key: HeldKey, isWanted: () => boolean) {
  let typed: TypedInputs | undefined;
  /** How often answers of another device came in: what stands in the inputs is then older than the draft. */
  let merges = 0;

  const write = async (copy: TypedInputs): Promise<void> => {
    if (key.isHeld()) await writeTyped((await key.held()).keys.key, copy, isWanted);
  };

  return {
    async keep(copy: TypedInputs): Promise<void> {
      typed = copy;
      await write(copy);
    },
    /** Written once more: the copy of the draft, beside which it belongs, was not on the device yet. */
    async keepBeside(): Promise<void> {
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
