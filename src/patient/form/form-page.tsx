import type { ReactNode } from 'react';
import { OfflineBanner } from '../../ui/blocks/banner.tsx';
import { SaveLine, type SaveState } from '../../ui/blocks/save-line.tsx';
import { is, type SittingSnapshot } from '../session/sitting.ts';
import { useSurroundings, useWords } from '../shell/context.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { type Caption, PageFrame, QuestionsEnd } from './anatomy.tsx';
import { personName, someoneHelps } from './helper.ts';
import { useNow, useSittingHere } from './intake.ts';
import { useSavedHere } from './saved-here.ts';

interface Props {
  readonly children: ReactNode;
  readonly onBack?: (() => void) | undefined;
  readonly caption?: Caption | undefined;
  /** The page itself says what it means that the connection is away. */
  readonly tellsOffline?: boolean;
}

/** The bar above the page of a helper, who must not forget whose answers these are. */
function HelperBanner() {
  const isHelped = useNow(({ context: { draft } }) => draft !== undefined && someoneHelps(draft));
  const name = useNow(({ context: { draft } }) => draft && personName(draft));
  const { helper } = useWords();
  if (!isHelped) return null;
  return (
    <div className="banner">
      <p className="column">{tell(helper.answeringFor, { name: name ?? helper.someone })}</p>
    </div>
  );
}

/** A page of the form with an open draft: what is known of the connection and of a helper stands above it. */
export function FormPage({ children, onBack, caption, tellsOffline = false }: Props) {
  const { locale } = useSurroundings();
  const isOffline = useNow((snapshot) => is(snapshot, 'offline'));
  return (
    <PageFrame
      onBack={onBack}
      caption={caption}
      notices={
        <>
          <OfflineBanner locale={locale} offline={!tellsOffline && isOffline} />
          <HelperBanner />
        </>
      }
    >
      {children}
    </PageFrame>
  );
}

const saveStateOf = (snapshot: SittingSnapshot): SaveState => {
  if (is(snapshot, 'saveFailed')) return 'failed';
  if (is(snapshot, 'saveHeldBack')) return 'heldBack';
  if (is(snapshot, 'offline') && is(snapshot, 'unsaved')) return 'waiting';
  if (is(snapshot, 'saving')) return 'saving';
  return is(snapshot, 'saved') ? 'saved' : 'idle';
};

/** What becomes of the answers; it says "Saved" only of something changed on this page. */
export function Saving() {
  const { locale } = useSurroundings();
  const { actor } = useSittingHere();
  const state = useNow(saveStateOf);
  const savedHere = useSavedHere();
  return (
    <SaveLine
      locale={locale}
      state={state === 'saved' && !savedHere ? 'idle' : state}
      onTryAgain={() => actor.send({ type: 'TRY_AGAIN' })}
    />
  );
}

/** The end of every page with questions. */
export const PageEnd = () => <QuestionsEnd saving={<Saving />} onLater={() => goTo('form', 'keep')} />;
