import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type FigurePeriod, type Figures, figurePeriods, figures } from '../../submission/figures-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { ask } from '../api.ts';
import { linkTo } from '../router.ts';
import { PlainPage } from '../staff/plain-page.tsx';
import { Trouble } from '../trouble.tsx';
import { ReceivedChart, SafetyChart, WaitChart } from './charts.tsx';
import { InShort } from './in-short.tsx';
import { Reasons } from './reasons.tsx';
import { type Column, WeekTable } from './week-table.tsx';
import { tookText } from './words.ts';

/** How the clinic's weeks went. The period stands in the address. */
export function FiguresPage({
  session,
  period,
}: {
  readonly session: Session;
  readonly period: FigurePeriod;
}) {
  const found = useQuery({
    queryKey: ['figures', period],
    queryFn: ({ signal }) => ask(figures, `/api/staff/figures?weeks=${period}`, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return (
    <PlainPage session={session} title="Figures">
      <p>
        Sums and waiting times of the whole clinic, in its own time zone. Nobody is named. Where a number is
        small it may still be about one person: keep this page as you keep a case.
      </p>
      <nav className="periods" aria-label="Period">
        {figurePeriods.map((one) => (
          <a
            key={one}
            {...linkTo({ page: 'figures', period: one })}
            aria-current={one === period ? 'page' : undefined}
          >
            {one} weeks
          </a>
        ))}
      </nav>
      {found.isPending && (
        <p className="loading" role="status">
          Counting…
        </p>
      )}
      {found.isError && (
        <Trouble title="This could not be counted" error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data !== undefined && !found.isError && (
        <div className="figures" aria-busy={found.isPlaceholderData}>
          <Shown shown={found.data} />
        </div>
      )}
    </PlainPage>
  );
}

function Shown({ shown }: { readonly shown: Figures }) {
  const { weeks, whole, decisions } = shown;
  if (whole.received === 0 && whole.safety.items === 0 && decisions.length === 0)
    return (
      <p className="nothing-counted">
        No form came in these {weeks.length} weeks, nobody had to be called and nothing was decided. Figures
        appear with the first form.
      </p>
    );
  return (
    <>
      <InShort shown={shown} />
      <Part
        title="Forms received"
        says="By the week in which they came."
        shown={shown}
        columns={[
          { name: 'Received', text: ({ received }) => String(received) },
          { name: 'Read', text: ({ read }) => String(read?.many ?? 0) },
          { name: 'Decided', text: ({ decided }) => String(decided?.many ?? 0) },
        ]}
      >
        <ReceivedChart weeks={weeks} />
      </Part>
      <Part
        title="Time to first read"
        says="From receipt until a clinician opened the case for the first time. Nights and days off count."
        shown={shown}
        columns={waits('Read', ({ read }) => read)}
      >
        <WaitChart weeks={weeks} name="Time to first read" took={({ read }) => read} upTo="p90" />
      </Part>
      <Part
        title="Time to decision"
        says="From receipt until the first decision. Cases without one are left out until they have it."
        shown={shown}
        columns={waits('Decided', ({ decided }) => decided)}
      >
        <WaitChart weeks={weeks} name="Time to decision" took={({ decided }) => decided} upTo="p90" />
      </Part>
      <Part
        title="People to be called"
        says="Safety items by the week in which they came up, with and without a form. In time is within the limit of the settings: at once while the clinic is closed."
        shown={shown}
        columns={[
          { name: 'People', text: ({ safety }) => String(safety.items) },
          { name: 'In time', text: ({ safety }) => String(safety.inTime) },
          { name: 'Later', text: ({ safety }) => String(safety.reached - safety.inTime) },
          { name: 'Waiting', text: ({ safety }) => String(safety.open) },
        ]}
      >
        <SafetyChart weeks={weeks} />
      </Part>
      <Part
        title="Time to contact"
        says="From when they began to wait until somebody spoke with them, or for them with family or emergency services. The chart shows the urgent ones."
        shown={shown}
        columns={[
          { name: 'Urgent: half within', text: ({ safety }) => tookText(safety.urgent, 'median') },
          { name: 'Urgent: longest', text: ({ safety }) => tookText(safety.urgent, 'longest') },
          { name: 'Same day: half within', text: ({ safety }) => tookText(safety.sameDay, 'median') },
          { name: 'Same day: longest', text: ({ safety }) => tookText(safety.sameDay, 'longest') },
        ]}
      >
        <WaitChart
          weeks={weeks}
          name="Time to contact, urgent"
          took={({ safety }) => safety.urgent}
          upTo="longest"
        />
      </Part>
      <section className="figure-part" aria-labelledby="reasons">
        <h2 id="reasons">Decisions and reasons</h2>
        <p>By the week in which they were made or last changed. What was undone is not counted.</p>
        {decisions.length === 0 ? (
          <p>Nothing was decided in these weeks.</p>
        ) : (
          <Reasons decided={decisions} />
        )}
      </section>
    </>
  );
}

const waits = (did: string, took: (week: Figures['weeks'][number]) => Figures['whole']['read']): Column[] => [
  { name: did, text: (week) => String(took(week)?.many ?? 0) },
  { name: 'Half within', text: (week) => tookText(took(week), 'median') },
  { name: '9 in 10 within', text: (week) => tookText(took(week), 'p90') },
];

/** A chart with its table beside it. */
function Part({
  title,
  says,
  shown,
  columns,
  children,
}: {
  readonly title: string;
  readonly says: string;
  readonly shown: Figures;
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}) {
  return (
    <section className="figure-part">
      <h2>{title}</h2>
      <p>{says}</p>
      <div className="chart-and-table">
        <figure>{children}</figure>
        <WeekTable caption={`${title}, week by week`} weeks={shown.weeks} columns={columns} />
      </div>
    </section>
  );
}
