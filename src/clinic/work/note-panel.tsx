import { useState } from 'react';
import { noteIn } from './note-in.ts';
import { Panel } from './panel.tsx';
import { NoteField } from './unsent.tsx';
import type { Working } from './working.tsx';

export function NotePanel({ working }: { readonly working: Working }) {
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
