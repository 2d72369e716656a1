import { AssignPanel } from './assign-panel.tsx';
import { BookingPanel } from './booking-panel.tsx';
import { CallPanel } from './call-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { NotePanel } from './note-panel.tsx';
import { ReminderPanel } from './reminder.tsx';
import { ReopeningPanel } from './reopening-panel.tsx';
import { SafetyPanel } from './safety-panel.tsx';
import { useWorking } from './working.tsx';

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
