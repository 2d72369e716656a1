import { useState } from 'react';
import { type DecisionKind, decisionKinds, decisions } from '../../submission/decisions.ts';
import { Choices } from './choices.tsx';
import { noteIn } from './note-in.ts';
import { Panel } from './panel.tsx';
import { NoteField } from './unsent.tsx';
import type { Working } from './working.tsx';

const namesOfDecisions = Object.fromEntries(decisionKinds.map((kind) => [kind, decisions[kind].name]));
const isKind = (value: unknown): value is DecisionKind => decisionKinds.some((kind) => kind === value);

export function DecisionPanel({ working }: { readonly working: Working }) {
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
