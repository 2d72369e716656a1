import { callOutcomeNames } from '../../submission/decisions.ts';
import { LogCall } from './log-call.tsx';
import { NoteField } from './unsent.tsx';
import type { Working } from './working.tsx';

export function CallPanel({ working }: { readonly working: Working }) {
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
