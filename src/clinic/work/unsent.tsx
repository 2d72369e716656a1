import { useEffect, useRef } from 'react';
import * as z from 'zod/mini';
import type { PanelName } from '../../submission/case-work-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import type { Open } from '../router.ts';
import { dropTyped, keepTyped, type TypedIn, typedIn } from '../session/memory.ts';
import { useClinic } from '../shell/clinic.ts';
import { useWorking, type Working } from './working.tsx';

const AFTER_MS = 1_000;

interface Unsent {
  readonly panel: PanelName;
  readonly text: string;
  /** When the server kept it; absent where this page alone has it. */
  readonly savedAt?: string;
}

const noteOn = ({ kind, id }: Open): TypedIn => `note ${kind} ${id}`;

/** On the server; where that cannot be, as after the end of a session, in the memory of this page until it can. */
const keep = async (on: Open, panel: PanelName, text: string): Promise<void> => {
  const { kind, id } = on;
  try {
    await ask(z.undefined(), `/api/staff/${kind}s/${id}/unsent`, { method: 'POST', body: { panel, text } });
    dropTyped(noteOn(on));
  } catch {
    keepTyped(noteOn(on), { panel, text } satisfies Unsent);
  }
};

/** What this page could not hand over is newer than what the server has. */
const unsentOn = ({ on, work }: Pick<Working, 'on' | 'work'>): Unsent | undefined =>
  typedIn<Unsent>(noteOn(on)) ?? work?.unsent ?? undefined;

/** Text that survives a lock: while somebody writes it is kept on the server, encrypted, for them alone. */
function useKept(on: Open, panel: PanelName, isFinished: () => boolean) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<string>(undefined);
  const send = useRef<() => unknown>(() => undefined);
  send.current = () => {
    clearTimeout(timer.current);
    const text = latest.current;
    latest.current = undefined;
    if (isFinished()) return dropTyped(noteOn(on));
    return text === undefined ? undefined : keep(on, panel, text);
  };
  useEffect(() => {
    const flush = () => void send.current();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return {
    write: (text: string) => {
      latest.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send.current(), AFTER_MS);
    },
  };
}

interface Props {
  readonly panel: PanelName;
  readonly label: string;
  /** What stands there already, where nothing unsent does. */
  readonly start?: string | null | undefined;
  readonly error?: string | undefined;
}

/** The note of a panel. What was written in it before a lock stands there again. */
export function NoteField({ panel, label, start, error }: Props) {
  const working = useWorking();
  if (!working) throw new Error('A note was drawn outside of a case');
  const kept = useKept(working.on, panel, working.isFinished);
  const unsent = unsentOn(working);
  return (
    <label className="work-note">
      <span>{label}</span>
      {error !== undefined && <span className="work-error">{error}</span>}
      <textarea
        name="note"
        className="input"
        rows={3}
        maxLength={10_000}
        defaultValue={unsent?.panel === panel ? unsent.text : (start ?? '')}
        aria-invalid={error === undefined ? undefined : true}
        onChange={({ target }) => kept.write(target.value)}
      />
    </label>
  );
}

/** Offers what somebody was writing when the portal was locked over it. */
export function UnsentOffer() {
  const timeZone = useClinic()?.timeZone;
  const working = useWorking();
  const unsent = working?.work && unsentOn(working);
  if (!unsent || working.panel !== undefined) return null;
  return (
    <div className="work-strip" role="status">
      <p>
        You were writing something here
        {unsent.savedAt && ` on ${moment(unsent.savedAt, timeZone)}`} and did not send it.
      </p>
      <Button look="secondary" onClick={() => working.openPanel(unsent.panel)}>
        Go on writing
      </Button>
      <Button
        look="quiet"
        onClick={() => void keep(working.on, unsent.panel, '').then(() => working.readAgain())}
      >
        Discard it
      </Button>
    </div>
  );
}
