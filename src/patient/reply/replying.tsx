import { useMemo, useState } from 'react';
import type { Answers } from '../../steps/catalog.ts';
import { type ReplyPage, replyPages, textKey } from '../../submission/follow-up.ts';
import type { PatientFollowUps, ReplyReceipt, ReplyRequest } from '../../submission/reply-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { EntryProvider } from '../../ui/entry.tsx';
import { asked } from '../../ui/values/page.ts';
import type { Heard } from '../api/client.ts';
import { FirstNumbers } from '../crisis/numbers.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { useEntryValue } from '../shell/entry.ts';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { type Danger, dangerAfter } from './danger.ts';
import { AnswerPage, type Given } from './page.tsx';
import { ReplySupport } from './support.tsx';
import { useReplyWords } from './words.ts';

type FollowUp = PatientFollowUps['items'][number];

/** How a reply is handed over; the same id each time, so that it arrives once. */
export type SendReply = (replyId: string, body: ReplyRequest) => Promise<Heard<ReplyReceipt>>;

interface Props {
  readonly followUp: FollowUp;
  readonly send: SendReply;
  /** The clinic has it; what else it asks comes next. */
  readonly onDone: () => void;
  /** What comes after: another question, or the status; absent: nothing. */
  readonly next: string | undefined;
}

type Step =
  | { readonly at: 'page'; readonly index: number }
  | { readonly at: 'support'; readonly about: Danger; readonly next: number }
  | { readonly at: 'done' };

type Sending = 'idle' | 'sending' | 'unheard' | 'refused' | 'blank';

const stated = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** What is sent of what was typed: texts in the order of the questions, answers of the form by key. */
const bodyOf = ({ id, texts }: FollowUp, given: Given, language: ReplyRequest['language']): ReplyRequest => {
  const all = stated(given);
  const typed = texts.map((_, index) => all[textKey(index)]);
  const isText = new Set(texts.map((_, index) => textKey(index)));
  return {
    followUpId: id,
    language,
    texts: typed.map((text) => (typeof text === 'string' ? text : null)),
    answers: Object.fromEntries(Object.entries(all).filter(([key]) => !isText.has(key))),
  };
};

const isBlank = ({ texts, answers }: ReplyRequest): boolean =>
  texts.every((text) => text === null) && Object.keys(answers).length === 0;

/** One question of the clinic after the other; what was typed stays on the page until the clinic has it. */
export function Replying({ followUp, send, onDone, next: afterwards }: Props) {
  const words = useWords();
  const reply = useReplyWords();
  const { locale } = useSurroundings();
  const clinic = useClinic();
  const entry = useEntryValue();
  const [replyId] = useState(() => crypto.randomUUID());
  const [given, setGiven] = useState<Given>({});
  const [step, setStep] = useState<Step>({ at: 'page', index: 0 });
  const [sending, setSending] = useState<Sending>('idle');
  const [supported, setSupported] = useState<readonly Danger[]>([]);
  const pages = useMemo(() => replyPages(followUp), [followUp]);

  /** A page without a question that is asked, given what was answered, is passed over. */
  const isAsked = (index: number, answers: Given): boolean => {
    const page = pages[index];
    if (page === undefined) return false;
    const outside = { answers, shown: { has: () => true }, counts: { locations: clinic.locations.length } };
    return asked(page.questions, answers, outside).length > 0;
  };
  const nextAfter = (index: number, answers: Given): number => {
    let next = index + 1;
    while (next < pages.length && !isAsked(next, answers)) next += 1;
    return next;
  };

  const hand = async (answers: Given) => {
    const body = bodyOf(followUp, answers, locale);
    if (isBlank(body)) return setSending('blank');
    setSending('sending');
    const heard = await send(replyId, body);
    if (heard.kind !== 'ok') return setSending(heard.kind === 'unheard' ? 'unheard' : 'refused');
    setSending('idle');
    setStep({ at: 'done' });
  };

  const goOn = (index: number, answers: Given) => {
    const next = nextAfter(index, answers);
    if (next < pages.length) setStep({ at: 'page', index: next });
    else void hand(answers);
  };

  const onContinue = (index: number, page: ReplyPage, answered: Given) => {
    if (sending === 'sending') return;
    const all = { ...given, ...answered };
    setGiven(all);
    setSending('idle');
    const later = pages.slice(index + 1).filter((_, at) => isAsked(index + 1 + at, all));
    const danger = dangerAfter(page, later, stated(all) as Answers);
    if (danger !== undefined && !supported.includes(danger)) {
      setSupported([...supported, danger]);
      setStep({ at: 'support', about: danger, next: index });
    } else goOn(index, all);
  };

  if (step.at === 'done') return <Done next={afterwards} hadDanger={supported.length > 0} onDone={onDone} />;
  if (step.at === 'support')
    return (
      <ReplySupport
        about={step.about}
        onGoOn={() => {
          const next = nextAfter(step.next, given);
          // The last page stays in view while its answers are on their way.
          setStep({ at: 'page', index: Math.min(next, pages.length - 1) });
          if (next >= pages.length) void hand(given);
        }}
      />
    );
  const page = pages[step.index];
  if (page === undefined) return null;
  const trouble: Readonly<Record<Sending, string>> = {
    idle: '',
    sending: reply.sending,
    unheard: reply.unheard,
    refused: tell(reply.refused, { phone: clinic.phone }),
    blank: reply.nothing,
  };
  return (
    <EntryProvider value={entry}>
      {step.index > 0 && (
        <button
          type="button"
          className="back"
          onClick={() => {
            let before = step.index - 1;
            while (before > 0 && !isAsked(before, given)) before -= 1;
            setStep({ at: 'page', index: before });
          }}
        >
          {words.back}
        </button>
      )}
      <AnswerPage
        key={page.id}
        of={page}
        given={given}
        count={{ n: step.index + 1, of: pages.length }}
        isLast={nextAfter(step.index, given) >= pages.length}
        trouble={
          <p
            role="status"
            className={sending === 'idle' || sending === 'sending' ? 'muted' : 'notice warning'}
          >
            {trouble[sending]}
          </p>
        }
        onContinue={(answered) => onContinue(step.index, page, answered)}
      />
    </EntryProvider>
  );
}

function Done({
  next,
  hadDanger,
  onDone,
}: {
  readonly next: string | undefined;
  readonly hadDanger: boolean;
  readonly onDone: () => void;
}) {
  const words = useWords();
  const reply = useReplyWords();
  usePageTurn(words.form.name, 'reply done');
  return (
    <>
      <h1>{reply.done}</h1>
      <p className="lead">{reply.doneText}</p>
      {hadDanger && <FirstNumbers />}
      {next !== undefined && (
        <Button wide onClick={onDone}>
          {next}
        </Button>
      )}
    </>
  );
}
