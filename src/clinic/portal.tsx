import { type ReactNode, useCallback, useRef } from 'react';
import type { Session } from '../submission/staff-wire.ts';
import { AuditPage } from './administration/audit-page.tsx';
import { NoticesPage } from './administration/notices-page.tsx';
import { RetentionPage } from './administration/retention-page.tsx';
import { SettingsPage } from './administration/settings-page.tsx';
import { PriorAuthorizationPage } from './coverage/prior-authorization-page.tsx';
import { RemsPage } from './coverage/rems-page.tsx';
import { ListPage } from './exports/list-page.tsx';
import { FiguresPage } from './figures/figures-page.tsx';
import { ContactPage } from './front-desk/contact-page.tsx';
import { ClinicianRow } from './queue/clinician-row.tsx';
import { FrontDeskRow } from './queue/front-desk-row.tsx';
import { useLiveNews } from './queue/live.ts';
import { OverdueBanner } from './queue/overdue-banner.tsx';
import { QueuePane } from './queue/queue-pane.tsx';
import { type LiveQueue, useFrontDeskQueue, useQueue } from './queue/use-queue.ts';
import { type Search, useFrontDeskSearch, useSearch } from './queue/use-search.ts';
import { type Destination, linkTo, type Open, type QueuePlace } from './router.ts';
import { StepUpDialog } from './second-factor/step-up-dialog.tsx';
import { rememberScroll } from './session/memory.ts';
import { DemonstrationLine } from './shell/demonstration.tsx';
import { IdleLock } from './shell/idle-lock.tsx';
import { LostPage } from './shell/lost-page.tsx';
import { PortalBar } from './shell/portal-bar.tsx';
import { useTitle } from './shell/title.ts';
import { Views, viewNames } from './shell/views.tsx';
import { WithoutCases } from './shell/without-cases.tsx';
import { AccountPage } from './staff/account-page.tsx';
import { UsersPage } from './staff/users-page.tsx';
import { AlertPage } from './summary/alert-page.tsx';
import { SummaryPage } from './summary/summary-page.tsx';

const openTitles = { submission: 'Case', alert: 'Safety alert' } as const;

/** With the number of those who wait for a safety call: it is seen while another tab is open. */
function titleOf({ view, open }: QueuePlace, waiting = 0): string {
  const page = open ? openTitles[open.kind] : viewNames[view];
  return waiting > 0 ? `(${waiting}) ${page}` : page;
}

interface QueueProps {
  readonly place: QueuePlace;
  readonly session: Session;
}

type Listed = { readonly id: string };

interface HalvesProps<Item extends Listed, Found extends Listed> extends QueueProps {
  readonly queue: LiveQueue<Item>;
  readonly search: Search<Found>;
  readonly row: (item: Item, now: Date) => ReactNode;
  readonly foundRow: (item: Found, now: Date) => ReactNode;
  /** Whether the list can be narrowed by the treatment. */
  readonly byTreatment: boolean;
  readonly opened: (open: Open) => ReactNode;
}

/** Who waits, and beside it one of them. */
function Halves<Item extends Listed, Found extends Listed>({
  session,
  opened,
  ...list
}: HalvesProps<Item, Found>) {
  const { place, queue } = list;
  const { counts, items, overdue } = queue;
  const { open } = place;
  useLiveNews();
  useTitle(titleOf(place, counts?.safety));
  return (
    <div className={open ? 'portal is-open' : 'portal'}>
      <a className="skip-link" href="#list">
        Skip to the list
      </a>
      {open && (
        <a className="skip-link" href="#case">
          Skip to the open case
        </a>
      )}
      <DemonstrationLine />
      <OverdueBanner overdue={overdue} place={place} />
      <PortalBar session={session}>
        <Views place={place} counts={counts} />
      </PortalBar>
      <main className="panes">
        <QueuePane {...list} />
        <div className="case-pane" id="case" tabIndex={-1}>
          {open ? (
            <>
              <a className="back-to-list" {...linkTo({ ...place, open: undefined })}>
                Back to {viewNames[place.view]}
              </a>
              {opened(open)}
            </>
          ) : (
            items && items.length > 0 && <p className="nothing-open">Select somebody from the list.</p>
          )}
        </div>
      </main>
    </div>
  );
}

function Opened({ place }: { readonly place: QueuePlace & { readonly open: Open } }) {
  const { open } = place;
  if (open.kind === 'alert') return <AlertPage place={open} />;
  switch (open.sheet?.name) {
    case 'prior-authorization':
      return <PriorAuthorizationPage place={place} pack={open.sheet.pack} />;
    case 'rems':
      return <RemsPage place={place} />;
    case undefined:
      return <SummaryPage place={open} />;
  }
}

const ClinicianPortal = ({ place, session }: QueueProps) => (
  <Halves
    place={place}
    session={session}
    queue={useQueue(place)}
    search={useSearch()}
    row={(item, now) => <ClinicianRow item={item} place={place} now={now} />}
    foundRow={(item, now) => <ClinicianRow item={item} status={item.status} place={place} now={now} />}
    byTreatment
    opened={(open) => <Opened key={open.id} place={{ ...place, open }} />}
  />
);

const FrontDeskPortal = ({ place, session }: QueueProps) => (
  <Halves
    place={place}
    session={session}
    queue={useFrontDeskQueue(place)}
    search={useFrontDeskSearch()}
    row={(item, now) => <FrontDeskRow item={item} place={place} now={now} />}
    foundRow={(item, now) => <FrontDeskRow item={item} place={place} now={now} />}
    byTreatment={false}
    opened={(open) => <ContactPage key={open.id} place={open} />}
  />
);

/** What somebody sees follows from their roles, as the server decides it too: who is both sees as a clinician. */
function ForRole({ place, session }: QueueProps) {
  if (session.roles.includes('clinician')) return <ClinicianPortal place={place} session={session} />;
  if (session.roles.includes('frontDesk')) return <FrontDeskPortal place={place} session={session} />;
  return <WithoutCases session={session} />;
}

const administrationPages = {
  audit: AuditPage,
  notices: NoticesPage,
  settings: SettingsPage,
  retention: RetentionPage,
} as const;

function Page({ place, session }: Props) {
  switch (place.page) {
    case 'queue':
      return <ForRole place={place} session={session} />;
    case 'account':
      return <AccountPage session={session} />;
    case 'users':
      return session.roles.includes('administrator') ? <UsersPage session={session} /> : <LostPage />;
    case 'lists':
      return session.roles.includes('clinician') ? <ListPage session={session} /> : <LostPage />;
    case 'figures':
      return session.roles.includes('clinician') || session.roles.includes('administrator') ? (
        <FiguresPage session={session} period={place.period} />
      ) : (
        <LostPage />
      );
    case 'audit':
    case 'notices':
    case 'settings':
    case 'retention': {
      const Administration = administrationPages[place.page];
      return session.roles.includes('administrator') ? <Administration session={session} /> : <LostPage />;
    }
  }
}

interface Props {
  readonly place: Exclude<Destination, { page: 'setup' | 'provider' }>;
  readonly session: Session;
}

export function Portal({ place, session }: Props) {
  const opened = place.page === 'queue' ? place.open : undefined;
  const open = useRef(opened);
  open.current = opened;
  const beforeLock = useCallback(() => {
    if (open.current) rememberScroll(open.current);
  }, []);
  return (
    <>
      <Page place={place} session={session} />
      <StepUpDialog />
      <IdleLock session={session} beforeLock={beforeLock} />
    </>
  );
}
