import { useQuery } from '@tanstack/react-query';
import { type SettingsInForce, settingsInForce } from '../../submission/administration-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { ask } from '../api.ts';
import { PlainPage } from '../staff/plain-page.tsx';
import { Trouble } from '../trouble.tsx';

/** What is in force. It is changed in the file and by starting the server again, so that a change has a history. */
export function SettingsPage({ session }: { readonly session: Session }) {
  const found = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => ask(settingsInForce, '/api/staff/settings', { signal }),
    gcTime: 0,
  });
  return (
    <PlainPage session={session} title="Settings in force">
      <p>
        Read-only: the settings are a file, named by <code>CLINIC_FILE</code>. Whoever runs the server changes
        it and starts the server again. Secrets are not shown.
      </p>
      {found.isPending && (
        <p className="loading" role="status">
          Loading the settings…
        </p>
      )}
      {found.isError && (
        <Trouble
          title="The settings could not be loaded"
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.data?.demonstration && (
        <p>This is a demonstration: no settings file was named, or the one that was says so.</p>
      )}
      {found.data !== undefined && (
        <>
          <Lines title="Clinic" lines={found.data.clinic} />
          <Lines title="Server" lines={found.data.server} />
        </>
      )}
    </PlainPage>
  );
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: SettingsInForce['clinic'] }) => (
  <section className="plain-section">
    <h2>{title}</h2>
    <dl className="facts wide settings-list">
      {lines.map(({ path, value }) => (
        <div key={path}>
          <dt>
            <code>{path}</code>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </section>
);
