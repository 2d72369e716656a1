import { type CaseWork, caseWork } from '../../submission/case-work-wire.ts';
import { ask, type Refusal, refusalBehind } from '../api.ts';
import { useBeside } from '../beside.ts';
import type { Open } from '../router.ts';
import { shutOut } from '../session/door.ts';

/** Something to be done with a case. */
export interface Deed {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** `decision`, or, from the root of the staff's doors, `/safety-items/…`. */
  readonly path: string;
  readonly body?: object;
  /** Refused where the case has changed since it was seen. */
  readonly isVersioned: boolean;
  /** In words, for whoever must choose between this and what a colleague did. */
  readonly words: string;
  /** What was written with it, in the writer's own words. */
  readonly note?: string | null;
}

export type Done =
  | { readonly kind: 'done'; readonly work: CaseWork }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const doorOf = ({ kind, id }: Open, path: string) =>
  path.startsWith('/') ? `/api/staff${path}` : `/api/staff/${kind}s/${id}/${path}`;

/** The work on a case: read when the case is opened or somebody changes it, and as the server answers to what is done. */
export function useWork(on: Open) {
  const { found, show, client } = useBeside(on.id, 'work', doorOf(on, 'work'), caseWork);

  const perform = async (deed: Deed, version: number): Promise<Done> => {
    try {
      const work = await ask(caseWork, doorOf(on, deed.path), {
        method: deed.method,
        ...(deed.body && { body: deed.body }),
        ...(deed.isVersioned && { headers: { 'if-match': `"${version}"` } }),
      });
      show(work);
      void client.invalidateQueries({ queryKey: ['queue'] });
      return { kind: 'done', work };
    } catch (error) {
      const refusal = refusalBehind(error);
      if (refusal.kind === 'signedOut') shutOut(refusal.because);
      return { kind: 'refused', refusal };
    }
  };

  return { found, perform };
}
