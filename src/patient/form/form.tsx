import { type MouseEvent, type ReactNode, useEffect, useMemo } from 'react';
import { isInterruption, isPage, type Place } from '../../machines/places.ts';
import { EntryProvider } from '../../ui/entry.tsx';
import { is, type Sitting, useSitting, useSnapshot } from '../session/sitting.ts';
import { useClinic, useSurroundings } from '../shell/context.ts';
import { useEntryValue } from '../shell/entry.ts';
import { loadTheRest, OneMoment, soon } from '../shell/later.tsx';
import { goTo, paths, replaceWith, useHere } from '../shell/route.ts';
import { HereContext, isAside, useHereAndNow, useIntake } from './intake.ts';
import { QuestionPage } from './question-page.tsx';

const SupportPage = soon(async () => (await import('./support-page.tsx')).SupportPage);
const NumbersPage = soon(async () => (await import('./numbers-page.tsx')).NumbersPage);
const DatesPage = soon(async () => (await import('./dates-page.tsx')).DatesPage);
const ConflictPage = soon(async () => (await import('./conflict-page.tsx')).ConflictPage);
const CheckPage = soon(async () => (await import('./check-page.tsx')).CheckPage);
const SignPage = soon(async () => (await import('./sign-page.tsx')).SignPage);
const SendingPage = soon(async () => (await import('./sending-page.tsx')).SendingPage);
const DonePage = soon(async () => (await import('./done-page.tsx')).DonePage);
const RecordPage = soon(async () => (await import('./record-page.tsx')).RecordPage);
const LockedPage = soon(async () => (await import('./locked-page.tsx')).LockedPage);
const IdleDialog = soon(async () => (await import('./idle-dialog.tsx')).IdleDialog, null);
const SectionList = soon(async () => (await import('./section-list.tsx')).SectionList);
const CodePage = soon(async () => (await import('./keep-page.tsx')).CodePage);
const KeepPage = soon(async () => (await import('./keep-page.tsx')).KeepPage);
const StoppedPage = soon(async () => (await import('./keep-page.tsx')).StoppedPage);
const PrivacyPage = soon(async () => (await import('./keep-page.tsx')).PrivacyPage);
const UnderAge = soon(async () => (await import('./endings.tsx')).UnderAge);
const Deleted = soon(async () => (await import('./endings.tsx')).Deleted);
const Cleared = soon(async () => (await import('./endings.tsx')).Cleared);
const Elsewhere = soon(async () => (await import('./endings.tsx')).Elsewhere);
const CannotOpen = soon(async () => (await import('./endings.tsx')).CannotOpen);

/** Takes the place of an entry in the history that leads nowhere. */
function Redirect({
  to,
  place,
}: {
  readonly to: 'start' | 'resume' | 'form';
  readonly place?: Place | 'sections';
}) {
  useEffect(() => replaceWith(to, place), [to, place]);
  return <OneMoment />;
}

/** Which page is seen, while the form is being filled in. No entry of the history jumps past a page not yet left. */
function Answering() {
  const { snapshot, draft, walk } = useIntake();
  const { place } = useHere(paths.form);
  const { conflicts } = snapshot.context;
  if (conflicts.length > 0) return <ConflictPage conflicts={conflicts} />;
  if (place === undefined)
    return <Redirect to="form" place={draft.passed.length > 0 ? 'sections' : walk.place} />;
  if (isAside(place)) return <AsidePage place={place} />;
  const here = walk.path.find((one) => one === place);
  if (here === undefined) return <Redirect to="form" place={walk.place} />;
  return <PlacePage place={here} />;
}

function AsidePage({ place }: { readonly place: string }) {
  switch (place) {
    case 'code':
      return <CodePage />;
    case 'privacy':
      return <PrivacyPage />;
    case 'sections':
      return <SectionList />;
    case 'stopped':
      return <StoppedPage />;
    default:
      return <KeepPage />;
  }
}

function PlacePage({ place }: { readonly place: Place }) {
  const { keeper } = useIntake().sitting;
  if (place === 'dateCheck') return <DatesPage />;
  if (place === 'pressureCheck' || place === 'sizeCheck') return <NumbersPage key={place} place={place} />;
  if (isInterruption(place)) return <SupportPage key={place} place={place} />;
  if (place === 'check') return <CheckPage />;
  // Signed and not sent: sending was refused or stopped, and the signature leads back to it.
  if (place === 'sign' || place === 'done') return <SignPage />;
  // Answers that came in from another device are shown: the inputs begin anew.
  if (isPage(place)) return <QuestionPage key={`${place} ${keeper.merges()}`} place={place} />;
  return <OneMoment />;
}

function Visit() {
  const { snapshot } = useHereAndNow();
  const { place } = useHere(paths.form);
  if (place === 'cleared') return <Cleared />;
  if (is(snapshot, 'locked')) return <LockedPage />;
  if (is(snapshot, 'cannotOpen')) return <CannotOpen />;
  if (is(snapshot, 'unknownCode')) return <Redirect to="resume" />;
  if (is(snapshot, 'askingDevice')) return <Redirect to="start" />;
  if (is(snapshot, 'underAge')) return <UnderAge />;
  if (is(snapshot, 'deleted')) return <Deleted />;
  if (is(snapshot, 'sentElsewhere')) return <Elsewhere />;
  if (is(snapshot, 'received'))
    return place === 'record' && snapshot.context.draft ? <RecordPage /> : <DonePage />;
  if (is(snapshot, 'sending') || is(snapshot, 'sendingFailed')) return <SendingPage />;
  if (is(snapshot, 'answering') && snapshot.context.draft) return <Answering />;
  return <OneMoment />;
}

/** A link to help inside of a question stays in the app as well: what is in memory survives. */
const stayForHelp = (event: MouseEvent) => {
  const link = event.target instanceof Element && event.target.closest('a');
  if (!link || link.target || link.getAttribute('href') !== paths.help || event.defaultPrevented) return;
  event.preventDefault();
  goTo('help');
};

/** After the page that is seen: all others, and the controls that come with a chunk of their own. */
async function fetchAhead(): Promise<void> {
  await loadTheRest();
  await Promise.allSettled([
    import('../../ui/lists/treatment-question.tsx'),
    import('../../ui/lists/medicines-question.tsx'),
    import('../../screening/medicines/picker.ts'),
  ]);
}

/** The sittings whose own language has been taken over. */
const greeted = new WeakSet<Sitting>();

/** The form: one address, one sitting, and the page that the two together call for. */
export function Form(): ReactNode {
  const clinic = useClinic();
  const { locale, speak } = useSurroundings();
  const sitting = useSitting(clinic);
  const snapshot = useSnapshot(sitting);
  const here = useMemo(() => ({ sitting, snapshot }), [sitting, snapshot]);
  const entry = useEntryValue();
  const opened = snapshot.context.draft?.language;

  useEffect(() => void fetchAhead(), []);

  // A draft that was opened speaks first; after that the person's switch does.
  useEffect(() => {
    if (!opened || greeted.has(sitting)) return;
    greeted.add(sitting);
    speak(opened);
  }, [sitting, opened, speak]);
  useEffect(() => {
    sitting.actor.send({ type: 'SPEAK', language: locale });
  }, [sitting, locale]);

  return (
    <HereContext value={here}>
      <EntryProvider value={entry}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what is operated */}
        <div className="form-root" onClick={stayForHelp}>
          <Visit />
        </div>
        <IdleDialog />
      </EntryProvider>
    </HereContext>
  );
}
