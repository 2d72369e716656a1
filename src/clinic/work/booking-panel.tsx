import { Panel } from './panel.tsx';
import { instantIn, TimeField } from './time-field.tsx';
import type { Working } from './working.tsx';

export function BookingPanel({ working }: { readonly working: Working }) {
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
