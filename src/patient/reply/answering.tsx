import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { backOff } from '../../machines/back-off.ts';
import type { ReplyPage } from '../../submission/follow-up.ts';
import type { PatientFollowUps, ReplyReceipt, ReplyRequest } from '../../submission/reply-wire.ts';
import { SaveLine } from '../../ui/blocks/save-line.tsx';
import { EntryProvider } from '../../ui/entry.tsx';
import type { FormValues } from '../../ui/values/form-value.ts';
import type { Heard } from '../api/client.ts';
import { NumbersCheck } from '../form/numbers-check.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { useEntryValue } from '../shell/entry.ts';
import { beforeLeaving } from '../shell/leave.ts';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { bodyOf, courseOf, type Given, type Interruption, isBlank } from './course.ts';
import type { KeptReply } from './kept-reply.ts';
import { AnswerPage } from './page.tsx';
import type { ReplyBox } from './reply-box.ts';
import { ReplySupport } from './support.tsx';
import { useReplyWords } from './words.ts';

/** How a reply is handed over; the same id each time, so that it arrives once. */
export type SendReply = (replyId: string, body: ReplyRequest) => Promise<Heard<ReplyReceipt>>;

interface Props {
  readonly followUp: PatientFollowUps['items'][number];
  readonly pages: readonly ReplyPage[];
  /** As it was left. */
  readonly kept: KeptReply;
  readonly box: ReplyBox;
  readonly send: SendReply;
  readonly onSent: (reply: KeptReply) => void;
}

type Sending =
  | { readonly at: 'idle' | 'sending' | 'refused' | 'blank' }
  /** Tried again by itself. */
  | { readonly at: 'unheard'; readonly tries: number };

const PAUSES = { firstMs: 2_000, mostMs: 60_000 };

/** The pages of a reply, what comes up between them, and the sending. */
export function Answering({ followUp, pages, kept, box, send, onSent }: Props) {
  const { locale } = useSurroundings();
  const { today, locations, thresholds } = useClinic();
  const entry = useEntryValue();
  const course = useMemo(
    () => courseOf(pages, { circumstances: { asOf: today, locationCount: locations.length }, thresholds }),
    [pages, today, locations, thresholds],
  );
  const [reply, setReply] = useState(kept);
  /** What is still to be passed before the next page. */
  const [between, setBetween] = useState<readonly Interruption[]>([]);
  const [sending, setSending] = useState<Sending>({ at: 'idle' });
  const now = useRef(reply);
  useKeptBy(box);

  const change = (part: Partial<KeptReply>): KeptReply => {
    now.current = { ...now.current, ...part };
    setReply(now.current);
    box.keep(now.current);
    return now.current;
  };
  useEffect(
    () =>
      box.onMerged(({ given, supported }) => {
        now.current = { ...now.current, given, supported };
        setReply(now.current);
      }),
    [box],
  );

  const hand = async (tries = 0) => {
    const given = course.relevant(now.current.given);
    const body = bodyOf(followUp, given, locale);
    if (isBlank(body)) return setSending({ at: 'blank' });
    setSending({ at: 'sending' });
    const heard = await send(now.current.replyId, body);
    if (heard.kind === 'ok') {
      void box.wipe();
      onSent(now.current);
    } else if (heard.kind === 'refused') setSending({ at: 'refused' });
    else setSending({ at: 'unheard', tries: tries + 1 });
  };
  useTryingAgain(sending, hand);

  const page = pages.find(({ id }) => id === reply.place) ?? pages[0];
  if (page === undefined) return null;

  const turnTo = (next: ReplyPage | undefined) => {
    setBetween([]);
    if (next) change({ place: next.id, typed: undefined });
    else void hand();
  };
  const goOn = (rest: readonly Interruption[]) => {
    if (rest.length > 0) setBetween(rest);
    else turnTo(course.next(page, now.current.given));
  };
  const onContinue = (answered: Given) => {
    if (sending.at === 'sending') return;
    setSending({ at: 'idle' });
    const { given, supported } = change({ given: { ...now.current.given, ...answered } });
    box.saveNow();
    const isNew = (one: Interruption) => one.kind === 'check' || !supported.includes(one.about);
    goOn(course.interruptions(page, given).filter(isNew));
  };
  const onTyped = (answers: Given, inputs: FormValues) =>
    change({ given: { ...now.current.given, ...answers }, typed: { place: page.id, inputs } });

  const [first, ...rest] = between;
  const previous = course.previous(page, reply.given);
  if (first?.kind === 'support')
    return (
      <ReplySupport
        about={first.about}
        onGoOn={() => {
          change({ supported: [...now.current.supported, first.about] });
          goOn(rest);
        }}
      />
    );
  if (first?.kind === 'check')
    return (
      <OddNumbers
        key={first.check}
        check={first.check}
        given={reply.given}
        onChange={() => setBetween([])}
        onKeep={() => goOn(rest)}
      />
    );
  return (
    <EntryProvider value={entry}>
      <Back onBack={previous && (() => turnTo(previous))} />
      <AnswerPage
        key={page.id}
        of={page}
        given={reply.given}
        outside={course.outside(reply.given)}
        typed={reply.typed?.place === page.id ? (reply.typed.inputs as FormValues) : undefined}
        count={course.count(page)}
        isLast={course.next(page, reply.given) === undefined}
        standing={<Standing box={box} sending={sending} />}
        onTyped={onTyped}
        onContinue={onContinue}
      />
    </EntryProvider>
  );
}

function Back({ onBack }: { readonly onBack: (() => void) | undefined }) {
  const words = useWords();
  if (!onBack) return null;
  return (
    <button type="button" className="back" onClick={onBack}>
      {words.back}
    </button>
  );
}

interface OddProps {
  readonly check: 'pressureCheck' | 'sizeCheck';
  readonly given: Given;
  readonly onChange: () => void;
  readonly onKeep: () => void;
}

function OddNumbers({ check, given, onChange, onKeep }: OddProps) {
  const words = useWords();
  usePageTurn(words.form.name, `reply ${check}`);
  return (
    <>
      <Back onBack={onChange} />
      <NumbersCheck check={check} answers={given} onChange={onChange} onKeep={onKeep} />
    </>
  );
}

/** What becomes of what is typed, and of the sending. */
function Standing({ box, sending }: { readonly box: ReplyBox; readonly sending: Sending }) {
  const reply = useReplyWords();
  const { locale } = useSurroundings();
  const { phone } = useClinic();
  const saved = useSyncExternalStore(box.subscribe, box.state);
  const text: Readonly<Record<Sending['at'], string>> = {
    idle: '',
    sending: reply.sending,
    unheard: reply.unheard,
    refused: tell(reply.refused, { phone }),
    blank: reply.nothing,
  };
  const isTrouble = sending.at !== 'idle' && sending.at !== 'sending';
  return (
    <>
      <SaveLine locale={locale} state={saved} onTryAgain={box.saveNow} />
      <p role="status" className={isTrouble ? 'notice warning' : 'muted'}>
        {text[sending.at]}
      </p>
    </>
  );
}

/** Leave quickly and a connection that comes back reach what is not saved yet. */
function useKeptBy(box: ReplyBox): void {
  useEffect(() => {
    const stay = beforeLeaving(box.leave);
    window.addEventListener('online', box.saveNow);
    return () => {
      stay();
      window.removeEventListener('online', box.saveNow);
      box.saveNow();
    };
  }, [box]);
}

/** After a pause that grows, or as soon as the connection is back. */
function useTryingAgain(sending: Sending, hand: (tries: number) => Promise<void>): void {
  const latest = useRef(hand);
  latest.current = hand;
  const tries = sending.at === 'unheard' ? sending.tries : 0;
  useEffect(() => {
    if (tries === 0) return;
    const again = () => void latest.current(tries);
    const timer = setTimeout(again, backOff(tries, Math.random, PAUSES));
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [tries]);
}
