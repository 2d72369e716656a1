import { noteIn } from './note-in.ts';
import { Panel } from './panel.tsx';
import { NoteField } from './unsent.tsx';
import type { Working } from './working.tsx';

export function ReopeningPanel({ working }: { readonly working: Working }) {
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
