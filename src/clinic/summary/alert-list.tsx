import type { Summary } from '../../submission/staff-wire.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';

/** What the person told the clinic before they sent the form. */
export function AlertList({ alerts }: { readonly alerts: Summary['alerts'] }) {
  const timeZone = useClinic()?.timeZone;
  if (alerts.length === 0) return <p className="absent">No safety alert came before the form.</p>;
  return (
    <ul className="alerts">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <time dateTime={alert.receivedAt}>{moment(alert.receivedAt, timeZone)}</time>: safety alert,{' '}
          {alert.level === 'urgent' ? 'call now' : 'call today'}, {alert.state}
        </li>
      ))}
    </ul>
  );
}
