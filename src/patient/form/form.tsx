import { useSelector } from '@xstate/react';
import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { isInterruption, isPage, type Place } from '../../machines/places.ts';
import { EntryProvider } from '../../ui/entry.tsx';
import { is, type Sitting, type SittingSnapshot, useSitting } from '../session/sitting.ts';
import { useClinic, useSurroundings } from '../shell/context.ts';
import { useEntryValue } from '../shell/entry.ts';
import { loadTheRest, OneMoment, soon } from '../shell/later.tsx';
import { goTo, paths, replaceWith, useHere } from '../shell/route.ts';
import { isAside, SittingContext, useNow, useSittingHere } from './intake.ts';
import { QuestionPage } from './question-page.tsx';
import { SupportPage } from './support-page.tsx';

/** All pages but those of questions, and support, come in one piece. */
const pages = () => import('./later-pages.ts');
const NumbersPage = soon(async () => (await pages()).NumbersPage);
const DatesPage = soon(async () => (await pages()).DatesPage);
const ConflictPage = soon(async () => (await pages()).ConflictPage);
const CheckPage = soon(async () => (await pages()).CheckPage);
const SignPage = soon(async () => (await pages()).SignPage);
const SendingPage = soon(async () => (await pages()).SendingPage);
const DonePage = soon(async () => (await pages()).DonePage);
const RecordPage = soon(async () => (await pages()).RecordPage);
const LockedPage = soon(async () => (await pages()).LockedPage);
const IdleDialog = soon(async () => (await pages()).IdleDialog, null);
const SectionList = soon(async () => (await pages()).SectionList);
const CodePage = soon(async () => (await pages()).CodePage);
const KeepPage = soon(async () => (await pages()).KeepPage);
const StoppedPage = soon(async () => (await pages()).StoppedPage);
const PrivacyPage = soon(async () => (await pages()).PrivacyPage);
const UnderAge = soon(async () => (await pages()).UnderAge);
const Deleted = soon(async () => (await pages()).Deleted);
const Cleared = soon(async () => (await pages()).Cleared);
const Elsewhere = soon(async () => (await pages()).Elsewhere);
const CannotOpen = soon(async () => (await pages()).CannotOpen);

/** Takes the place of an entry in the history that leads nowhere. */
function Redirect({
  to,
  place,
}: {
  readonly to: 'start' | 'resume' | 'form';
  readonly place?: Place | 'sections' | undefined;
}) {
  useEffect(() => replaceWith(to, place), [to, place]);
  return <OneMoment />;
}

/** Which page is seen, while the form is being filled in. No entry of the history jumps past a page not yet left. */
function Answering() {
  const { place } = useHere(paths.form);
  const conflicts = useNow(({ context }) => context.conflicts);
  const hasPassed = useNow(({ context }) => (context.draft?.passed.length ?? 0) > 0);
  const stands = useNow(({ context }) => context.walk?.place);
  const here = useNow(({ context }) => context.walk?.path.find((one) => one === place));
  if (conflicts.length > 0) return <ConflictPage conflicts={conflicts} />;
  if (place === undefined) return <Redirect to="form" place={hasPassed ? 'sections' : stands} />;
  if (isAside(place)) return <AsidePage place={place} />;
  if (here === undefined) return <Redirect to="form" place={stands} />;
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
  const { keeper } = useSittingHere();
  // Answers that came in from another device are shown: the inputs begin anew.
  const merges = useNow(() => keeper.merges());
  if (place === 'dateCheck') return <DatesPage />;
  if (place === 'pressureCheck' || place === 'sizeCheck') return <NumbersPage key={place} place={place} />;
  if (isInterruption(place)) return <SupportPage key={place} place={place} />;
  if (place === 'check') return <CheckPage />;
  // Signed and not sent: sending was refused or stopped, and the signature leads back to it.
  if (place === 'sign' || place === 'done') return <SignPage />;
  if (isPage(place)) return <QuestionPage place={place} visit={`${place} ${merges}`} />;
  return <OneMoment />;
}

/** What goes on in a sitting, each with a page of its own; the first that holds is seen. */
const scenes = [
  'locked',
  'cannotOpen',
  'unknownCode',
  'askingDevice',
  'underAge',
  'deleted',
  'sentElsewhere',
  'received',
  'sending',
  'sendingFailed',
  'answering',
] as const;
const sceneOf = (snapshot: SittingSnapshot) => scenes.find((scene) => is(snapshot, scene));

function Visit() {
  const scene = useNow(sceneOf);
  const hasDraft = useNow(({ context }) => context.draft !== undefined);
  const { place } = useHere(paths.form);
  if (place === 'cleared') return <Cleared />;
  switch (scene) {
    case 'locked':
      return <LockedPage />;
    case 'cannotOpen':
      return <CannotOpen />;
    case 'unknownCode':
      return <Redirect to="resume" />;
    case 'askingDevice':
      return <Redirect to="start" />;
    case 'underAge':
      return <UnderAge />;
    case 'deleted':
      return <Deleted />;
    case 'sentElsewhere':
      return <Elsewhere />;
    case 'received':
      return place === 'record' && hasDraft ? <RecordPage /> : <DonePage />;
    case 'sending':
    case 'sendingFailed':
      return <SendingPage />;
    case 'answering':
      return hasDraft ? <Answering /> : <OneMoment />;
    case undefined:
      return <OneMoment />;
  }
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
  const entry = useEntryValue();
  const opened = useSelector(sitting.actor, ({ context }) => context.draft?.language);

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
    <SittingContext value={sitting}>
      <EntryProvider value={entry}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what is operated */}
        <div className="form-root" onClick={stayForHelp}>
          <Visit />
        </div>
        <IdleDialog />
      </EntryProvider>
    </SittingContext>
  );
}
