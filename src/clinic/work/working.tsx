import { createContext, type ReactNode, use, useRef, useState } from 'react';
import type { CaseWork } from '../../submission/case-work-wire.ts';
import type { Refusal } from '../api.ts';
import type { Open } from '../router.ts';
import { type Deed, useWork } from './use-work.ts';

/** What can be opened to work in. */
export type PanelId =
  | 'assign'
  | 'note'
  | 'call'
  | 'safety'
  | 'decision'
  | 'booking'
  | 'reopening'
  | 'reminder';

/** A colleague was faster: what was wanted, and how the case stood when it was wanted. */
export interface Conflict {
  readonly deed: Deed;
  readonly before: CaseWork;
  /** As it stood when it was refused: what happens later is not what came between. */
  readonly after: CaseWork;
  /** Why it was not done on top of theirs either. */
  readonly refusal?: Refusal;
}

export interface Working {
  readonly on: Open;
  readonly work: CaseWork | undefined;
  readonly error: Error | null;
  readonly readAgain: () => void;
  readonly panel: PanelId | undefined;
  openPanel(panel: PanelId): void;
  closePanel(): void;
  /** What the panel was for is done: nothing written in it needs to be kept. */
  finish(): void;
  isFinished(): boolean;
  /** Does it; `undefined` where it is done, or where the colleague's change is shown in its place. */
  act(deed: Deed): Promise<Refusal | undefined>;
  /** The same for what is done beside an open panel, which stays as it is. */
  actBeside(deed: Deed): Promise<Refusal | undefined>;
  /** Something was changed from elsewhere on the page by whoever sits before it. */
  changedByMe(): Promise<void>;
  readonly conflict: Conflict | undefined;
  /** After a conflict: mine again, on top of theirs; or theirs. */
  settle(whose: 'mine' | 'theirs'): void;
  /** The last decision of this page can be undone. */
  readonly canUndo: boolean;
  endUndo(): void;
}

const WorkingContext = createContext<Working | undefined>(undefined);

/** The work on the case around it; `undefined` where nobody works, as at the front desk. */
export const useWorking = (): Working | undefined => use(WorkingContext);

const CHANGED = 'changed-meanwhile';

/** Around a case or an alert: what is done with it, and what is open to do it. */
export function WorkOn({ on, children }: { readonly on: Open; readonly children: ReactNode }) {
  const { found, perform } = useWork(on);
  const [panel, setPanel] = useState<PanelId>();
  const [conflict, setConflict] = useState<Conflict>();
  const [canUndo, setCanUndo] = useState(false);
  const opener = useRef<Element | null>(null);
  /** How the case stood when the panel was opened: what somebody decides, they decide on that. */
  const seenAtOpening = useRef<CaseWork>(undefined);
  const isFinished = useRef(false);
  const work = found.data;

  const openPanel = (next: PanelId) => {
    if (panel === undefined) opener.current = document.activeElement;
    isFinished.current = false;
    seenAtOpening.current = work;
    setPanel(next);
  };
  const closePanel = () => {
    setPanel(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
    // The button that opened the panel may go with what was done by it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('.case h1')?.focus();
    });
  };

  const finish = () => {
    isFinished.current = true;
    closePanel();
  };

  /** One's own change does not come between oneself and the panel that is open. */
  const sawOwn = (after: CaseWork) => {
    if (seenAtOpening.current?.version === after.version - 1) seenAtOpening.current = after;
  };

  const attempt = async (deed: Deed, seen: CaseWork, isBeside = false): Promise<Refusal | undefined> => {
    const done = await perform(deed, seen.version);
    if (done.kind === 'done') {
      setConflict((current) => (current?.deed === deed ? undefined : current));
      if (isBeside) sawOwn(done.work);
      else finish();
      setCanUndo(deed.path === 'decision' && done.work.decision?.undoUntil != null);
      return undefined;
    }
    if (done.refusal.kind === 'refused' && done.refusal.code === CHANGED) {
      const { data: after = seen } = await found.refetch();
      setPanel(undefined);
      setConflict({ deed, before: seen, after });
      return undefined;
    }
    return done.refusal;
  };

  /** What was wanted stays in sight until it is done, or given up. */
  const saveMine = async (chosen: Conflict) => {
    if (work === undefined) return;
    const refusal = await attempt(chosen.deed, work);
    if (refusal) setConflict({ ...chosen, refusal });
  };

  const working: Working = {
    on,
    work,
    error: found.error,
    readAgain: () => void found.refetch(),
    panel,
    openPanel,
    closePanel,
    finish,
    isFinished: () => isFinished.current,
    act: async (deed) => {
      const seen = (panel === undefined ? undefined : seenAtOpening.current) ?? work;
      return seen === undefined ? undefined : attempt(deed, seen);
    },
    actBeside: async (deed) => (work === undefined ? undefined : attempt(deed, work, panel !== undefined)),
    changedByMe: async () => {
      const { data } = await found.refetch();
      if (data) sawOwn(data);
    },
    conflict,
    settle: (whose) => {
      if (whose === 'theirs') setConflict(undefined);
      else if (conflict) void saveMine(conflict);
    },
    canUndo,
    endUndo: () => setCanUndo(false),
  };
  return <WorkingContext value={working}>{children}</WorkingContext>;
}
