import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { colleagues } from '../../submission/case-work-wire.ts';
import {
  callOutcomeNames,
  type DecisionKind,
  decisionKinds,
  decisions,
  type SafetyOutcome,
  safetyOutcomeNames,
  spokenWithNames,
} from '../../submission/decisions.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask } from '../api.ts';
import { useDoor } from '../session/door.ts';
import { Trouble } from '../trouble.tsx';
import { Choices } from './choices.tsx';
import { LogCall } from './log-call.tsx';
import { Panel } from './panel.tsx';
import { ReminderPanel } from './reminder.tsx';
import { instantIn, TimeField } from './time-field.tsx';
import { NoteField } from './unsent.tsx';
import { useWorking, type Working } from './working.tsx';

interface Props {
  readonly working: Working;
}

const noteIn = (form: FormData): string | null => String(form.get('note') ?? '').trim() || null;

/** To oneself first: one press more is all it takes. */
function AssignPanel({ working }: Props) {
  const door = useDoor();
  const me = door.state === 'open' ? door.session.userId : undefined;
  const found = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => ask(colleagues, '/api/staff/colleagues', { signal }),
    staleTime: 60_000,
  });
  const assignee = working.work?.assignee;
  const give = (userId: string | null, words: string) =>
    void working.act({ method: 'PUT', path: 'assignee', body: { userId }, isVersioned: true, words });
  const others = found.data?.colleagues.filter(({ userId }) => userId !== me) ?? [];
  return (
    <Panel title="Who works on this" onClose={working.closePanel}>
      <div className="button-row">
        {me !== undefined && assignee?.userId !== me && (
          <Button onClick={() => give(me, 'Take it yourself')}>
            {assignee ? `Take over from ${assignee.name}` : 'Take it myself'}
          </Button>
        )}
        {others
          .filter(({ userId }) => userId !== assignee?.userId)
          .map(({ userId, name }) => (
            <Button key={userId} look="secondary" onClick={() => give(userId, `Give it to ${name}`)}>
              {name}
            </Button>
          ))}
        {assignee?.userId === me && (
          <Button look="secondary" onClick={() => give(null, 'Give it back')}>
            Give it back
          </Button>
        )}
      </div>
      {found.isPending && <p className="muted">Looking up colleagues…</p>}
      {found.isError && (
        <Trouble
          title="Colleagues could not be loaded"
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
    </Panel>
  );
}

function NotePanel({ working }: Props) {
  const [error, setError] = useState<string>();
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Panel
      title="Note"
      submit="Save note"
      onClose={working.closePanel}
      onSubmit={async (form) => {
        const text = noteIn(form);
        setError(text === null ? 'Write the note first.' : undefined);
        if (text === null) return undefined;
        return working.act({
          method: 'POST',
          path: 'notes',
          body: { id, text },
          isVersioned: false,
          words: 'Your note',
        });
      }}
    >
      <NoteField panel="note" label="For colleagues; the patient never sees it" error={error} />
    </Panel>
  );
}

const namesOfDecisions = Object.fromEntries(decisionKinds.map((kind) => [kind, decisions[kind].name]));
const isKind = (value: unknown): value is DecisionKind => decisionKinds.some((kind) => kind === value);

function DecisionPanel({ working }: Props) {
  const before = working.work?.decision;
  const [kind, setKind] = useState<DecisionKind | undefined>(before?.kind);
  const [errors, setErrors] = useState<{ kind?: string; reason?: string; note?: string }>({});
  return (
    <Panel
      title={before ? 'Change the decision' : 'Decide'}
      submit={before ? 'Change decision' : 'Record decision'}
      onClose={working.closePanel}
      onSubmit={async (form) => {
        const chosen = form.get('kind');
        const reason = String(form.get('reason') ?? '');
        const note = noteIn(form);
        const wrong = {
          ...(!isKind(chosen) && { kind: 'Choose a decision.' }),
          ...(isKind(chosen) && reason === '' && { reason: 'Choose a reason.' }),
          ...(reason === 'other' && note === null && { note: 'Say the reason here.' }),
        };
        setErrors(wrong);
        if (!isKind(chosen) || Object.keys(wrong).length > 0) return undefined;
        return working.act({
          method: 'PUT',
          path: 'decision',
          body: { kind: chosen, reason, note },
          isVersioned: true,
          words: `${decisions[chosen].name}: ${decisions[chosen].reasons[reason] ?? reason}`,
          note,
        });
      }}
    >
      <Choices
        legend="Decision"
        name="kind"
        options={namesOfDecisions}
        chosen={before?.kind}
        onChoose={(value) => isKind(value) && setKind(value)}
        error={errors.kind}
      />
      {kind && (
        <Choices
          key={kind}
          legend="Reason"
          name="reason"
          options={decisions[kind].reasons}
          chosen={before?.kind === kind ? before.reason : undefined}
          error={errors.reason}
        />
      )}
      <NoteField panel="decision" label="Note" error={errors.note} />
    </Panel>
  );
}

function SafetyPanel({ working }: Props) {
  const [errors, setErrors] = useState<{ outcome?: string; who?: string; at?: string }>({});
  const { id } = working.on;
  return (
    <Panel
      title="Close the safety item"
      submit="Close safety item"
      onClose={working.closePanel}
      onSubmit={async (form) => {
        const [outcome, spokeWith, at] = [form.get('outcome'), form.get('spokeWith'), instantIn(form, 'at')];
        const wrong = {
          ...(outcome === null && { outcome: 'Choose how it ended.' }),
          ...(spokeWith === null && { who: 'Choose who it was.' }),
          ...(at === null && { at: 'Give a date and time.' }),
        };
        setErrors(wrong);
        if (Object.keys(wrong).length > 0) return undefined;
        const note = noteIn(form);
        return working.act({
          method: 'PUT',
          path: `/safety-items/${id}`,
          body: { outcome, spokeWith, at, note },
          isVersioned: true,
          words: `Close the safety item: ${safetyOutcomeNames[String(outcome) as SafetyOutcome]}`,
          note,
        });
      }}
    >
      <p className="muted">
        Nobody answered? Log the call instead: the item stays open until somebody is reached.
      </p>
      <Choices legend="How did it end?" name="outcome" options={safetyOutcomeNames} error={errors.outcome} />
      <Choices
        legend="With whom did you speak?"
        name="spokeWith"
        options={spokenWithNames}
        error={errors.who}
      />
      <TimeField label="When" name="at" isNow error={errors.at} />
      <NoteField panel="safety" label="Note" />
    </Panel>
  );
}

function BookingPanel({ working }: Props) {
  return (
    <Panel
      title="Booked"
      submit="Mark as booked and close"
      onClose={working.closePanel}
      onSubmit={async (form) =>
        working.act({
          method: 'PUT',
          path: 'booking',
          body: { at: instantIn(form, 'at') },
          isVersioned: true,
          words: 'Mark as booked',
        })
      }
    >
      <TimeField label="Time of the visit, if you have it" name="at" />
    </Panel>
  );
}

function ReopeningPanel({ working }: Props) {
  return (
    <Panel
      title="Reopen the case"
      submit="Reopen"
      onClose={working.closePanel}
      onSubmit={async (form) =>
        working.act({
          method: 'PUT',
          path: 'reopening',
          body: { note: noteIn(form) },
          isVersioned: true,
          words: 'Reopen the case',
          note: noteIn(form),
        })
      }
    >
      <NoteField panel="reopening" label="Why, for the timeline" />
    </Panel>
  );
}

function CallPanel({ working }: Props) {
  return (
    <LogCall
      on={working.on}
      onClose={working.closePanel}
      onLogged={() => {
        working.finish();
        working.readAgain();
      }}
      note={<NoteField panel="call" label="Note" />}
      outcomes={callOutcomeNames}
    />
  );
}

/** The one panel that is open, at the foot of the case. */
export function WorkPanels() {
  const working = useWorking();
  if (!working?.work) return null;
  switch (working.panel) {
    case undefined:
      return null;
    case 'assign':
      return <AssignPanel working={working} />;
    case 'note':
      return <NotePanel working={working} />;
    case 'call':
      return <CallPanel working={working} />;
    case 'safety':
      return <SafetyPanel working={working} />;
    case 'decision':
      return <DecisionPanel working={working} />;
    case 'booking':
      return <BookingPanel working={working} />;
    case 'reopening':
      return <ReopeningPanel working={working} />;
    case 'reminder':
      return <ReminderPanel working={working} />;
  }
}
