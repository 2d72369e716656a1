import { useState } from 'react';
import { type SafetyOutcome, safetyOutcomeNames, spokenWithNames } from '../../submission/decisions.ts';
import { Choices } from './choices.tsx';
import { noteIn } from './note-in.ts';
import { Panel } from './panel.tsx';
import { instantIn, TimeField } from './time-field.tsx';
import { NoteField } from './unsent.tsx';
import type { Working } from './working.tsx';

export function SafetyPanel({ working }: { readonly working: Working }) {
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
