import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { decisions, reasonText, UNDO_SECONDS } from '../../submission/decisions.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { troubleWords } from '../trouble.tsx';
import { ReminderStrip } from './reminder.tsx';
import { UnsentOffer } from './unsent.tsx';
import { standing, told } from './words.ts';
import { useWorking, type Working } from './working.tsx';

const undo = { method: 'DELETE', path: 'decision', isVersioned: true, words: 'Undo the decision' } as const;

/** Ten seconds, seen to pass, with the focus on the way back. */
function Undo({ working }: { readonly working: Working }) {
  const [left, setLeft] = useState<number>(UNDO_SECONDS);
  const [trouble, setTrouble] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const end = useRef(working.endUndo);
  end.current = working.endUndo;
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) end.current();
  }, [left]);
  const { decision } = working.work ?? {};
  if (!decision) return null;
  return (
    <div className="undo-toast" ref={box}>
      <p role="status">Recorded: {decisions[decision.kind].name}.</p>
      <Button
        look="secondary"
        onClick={() => void working.act(undo).then((refusal) => setTrouble(refusal !== undefined))}
      >
        Undo <span aria-hidden="true">({left} s)</span>
      </Button>
      {trouble && <p role="alert">It can no longer be undone. Change the decision instead.</p>}
    </div>
  );
}

/** A colleague was faster: both versions, and which of them shall stand. */
function ConflictStrip({ working }: { readonly working: Working }) {
  const timeZone = useClinic()?.timeZone;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const { conflict, work } = working;
  if (!conflict || !work) return null;
  const { deed, before, after, refusal } = conflict;
  const known = new Set(before.timeline.map(({ id }) => id));
  const theirs = after.timeline.filter(({ id, kind }) => !known.has(id) && kind !== 'viewed');
  return (
    <div className="conflict" ref={box} tabIndex={-1} role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">This case changed while you worked on it</h2>
      <dl className="versions">
        <div>
          <dt>Yours, not saved</dt>
          <dd>
            {deed.words}
            {deed.note && <span className="timeline-more">{deed.note}</span>}
          </dd>
        </div>
        <div>
          <dt>Theirs, saved</dt>
          <dd>
            <ul className="plain">
              {theirs.map((entry) => {
                const { words, more } = told(entry, (iso) => moment(iso, timeZone));
                return (
                  <li key={entry.id}>
                    {entry.by && `${entry.by.name}: `}
                    {words}
                    {more && <span className="timeline-more">{more}</span>}
                  </li>
                );
              })}
              {theirs.length === 0 && <li>The patient’s side changed.</li>}
              <li>Now: {standing(work)}</li>
            </ul>
          </dd>
        </div>
      </dl>
      {refusal && (
        <p className="work-error" role="alert">
          Yours is not saved. {troubleWords(refusal)}
        </p>
      )}
      <div className="button-row">
        <Button onClick={() => working.settle('mine')}>Save yours as well</Button>
        <Button look="secondary" onClick={() => working.settle('theirs')}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}

/** What stands decided, and what may be done about it. */
function Decided({ working }: { readonly working: Working }) {
  const timeZone = useClinic()?.timeZone;
  const { work } = working;
  if (!work?.decision) return null;
  const { kind, reason, note, at, by } = work.decision;
  return (
    <div className="work-strip">
      <p>
        <strong>{decisions[kind].name}</strong>: {reasonText(kind, reason)}. {by?.name},{' '}
        {moment(at, timeZone)}.{note && <span className="timeline-more">{note}</span>}
      </p>
      {work.status === 'ready' && (
        <Button look="secondary" onClick={() => working.openPanel('booking')}>
          Booked
        </Button>
      )}
      <Button look="quiet" onClick={() => working.openPanel('reopening')}>
        Reopen
      </Button>
    </div>
  );
}

/** Between the heading and the six lines: only what asks for an eye. */
export function WorkStrip() {
  const working = useWorking();
  if (!working) return null;
  return (
    <>
      {working.conflict && <ConflictStrip working={working} />}
      <ReminderStrip working={working} />
      <UnsentOffer />
      <Decided working={working} />
      {working.canUndo && <Undo working={working} />}
    </>
  );
}
