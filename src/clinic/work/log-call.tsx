import { type ReactNode, useState } from 'react';
import { callLog } from '../../submission/case-work-wire.ts';
import { spokenWithNames } from '../../submission/decisions.ts';
import { ask, refusalBehind } from '../api.ts';
import type { Open } from '../router.ts';
import { Choices } from './choices.tsx';
import { noteIn } from './note-in.ts';
import { Panel } from './panel.tsx';
import { instantIn, TimeField } from './time-field.tsx';

interface Props {
  readonly on: Open;
  readonly outcomes: Readonly<Record<string, string>>;
  /** A clinician's; the front desk writes none. */
  readonly note?: ReactNode;
  readonly onClose: () => void;
  readonly onLogged: () => void;
}

/** That somebody called, and what came of it. A try without an answer is logged too, and closes nothing. */
export function LogCall({ on, outcomes, note, onClose, onLogged }: Props) {
  const [outcome, setOutcome] = useState<string>();
  const [errors, setErrors] = useState<{ outcome?: string; at?: string }>({});
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Panel
      title="Log a call"
      submit="Log call"
      onClose={onClose}
      onSubmit={async (form) => {
        const at = instantIn(form, 'at');
        const wrong = {
          ...(outcome === undefined && { outcome: 'Choose what came of it.' }),
          ...(at === null && { at: 'Give a date and time.' }),
        };
        setErrors(wrong);
        if (Object.keys(wrong).length > 0) return undefined;
        const body = {
          id,
          outcome,
          spokeWith: outcome === 'spoke' ? form.get('spokeWith') : null,
          at,
          note: noteIn(form),
        };
        try {
          await ask(callLog, `/api/staff/${on.kind}s/${on.id}/calls`, { method: 'POST', body });
          onLogged();
          return undefined;
        } catch (error) {
          return refusalBehind(error);
        }
      }}
    >
      <Choices
        legend="What came of it?"
        name="outcome"
        options={outcomes}
        onChoose={setOutcome}
        error={errors.outcome}
      />
      {outcome === 'spoke' && (
        <Choices legend="With whom?" name="spokeWith" options={spokenWithNames} chosen="patient" />
      )}
      <TimeField label="When" name="at" isNow error={errors.at} />
      {note}
    </Panel>
  );
}
