import { type FormEvent, useState } from 'react';
import { readFollowUpCode } from '../../submission/follow-up-code.ts';
import type { OpenFollowUpRequest, PatientFollowUps } from '../../submission/reply-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { BirthDateFields } from '../../ui/fields/birth-date-fields.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { readBirthDate } from '../../ui/values/dates.ts';
import { problemText } from '../../ui/values/problem.ts';
import { openFollowUp, sendReply } from '../api/client.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { followedFollowUp } from '../shell/fragment.ts';
import { Frame } from '../shell/frame.tsx';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { Reply } from './reply.tsx';
import { useReplyWords } from './words.ts';

const CODE = 'follow-up-code';
const dateId = (part: string) => `follow-up-${part}`;
const parts = ['month', 'day', 'year'] as const;

interface Opened {
  readonly link: OpenFollowUpRequest;
  readonly found: PatientFollowUps;
}

type Trouble = { readonly at: 'code' | 'date'; readonly text: string } | { readonly at: 'link' | 'network' };

interface OpenProps {
  readonly onOpened: (opened: Opened) => void;
  /** Of a message that was open, and is hidden because nobody was there. */
  readonly hidden: string | undefined;
}

/** The birth date, and the code where no link was followed. Whatever is wrong of the two is one answer. */
function OpenForm({ onOpened, hidden }: OpenProps) {
  const words = useWords();
  const { open } = useReplyWords();
  const { locale } = useSurroundings();
  const { name: clinic, phone, today, idleMinutes } = useClinic();
  const [followed] = useState(() => hidden ?? followedFollowUp());
  const [isBusy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<Trouble>();
  const title = words.form.name;
  usePageTurn(trouble ? tell(words.form.errorTitle, { title }) : title, 'follow-up');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const tell = (found: Trouble) => {
      setTrouble(found);
      setAttempt((before) => before + 1);
    };
    const code = followed ?? readFollowUpCode(text(CODE));
    if (code === undefined) return tell({ at: 'code', text: open.codeNeeded });
    const [month, day, year] = parts.map((part) => text(dateId(part)));
    const read = readBirthDate({ month: month ?? '', day: day ?? '', year: year ?? '' }, today, 'mdy');
    if (!read.ok) return tell({ at: 'date', text: problemText(read.error, locale) });
    if (read.value === undefined) return tell({ at: 'date', text: open.birthDate });
    setBusy(true);
    const link = { code, birthDate: read.value };
    const heard = await openFollowUp(link);
    setBusy(false);
    if (heard.kind === 'ok') onOpened({ link, found: heard.value });
    else tell({ at: heard.kind === 'unheard' ? 'network' : 'link' });
  };

  const textOf: Readonly<Record<Trouble['at'], string>> = {
    code: open.codeNeeded,
    date: trouble?.at === 'date' ? trouble.text : '',
    link: open.notOpened,
    network: open.unheard,
  };
  const error = trouble && textOf[trouble.at];
  const isAboutCode = trouble?.at === 'code';
  return (
    <form className="page-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary
        locale={locale}
        problems={error && !isBusy ? [{ controlId: isAboutCode ? CODE : dateId('month'), text: error }] : []}
        attempt={attempt}
      />
      <div className="page-intro">
        <h1>{hidden ? words.idle.lockedTitle : tell(open.h1, { clinic })}</h1>
        <p>{hidden ? tell(words.idle.locked, { n: idleMinutes }) : open.lead}</p>
        {trouble?.at === 'link' && <p>{tell(open.notOpenedText, { phone })}</p>}
      </div>
      {!followed && (
        <TextField
          id={CODE}
          locale={locale}
          control={{ name: CODE }}
          label={open.code}
          hint={open.codeHint}
          error={isAboutCode ? error : undefined}
          as="question"
          input={{
            autoComplete: 'off',
            inputMode: 'text',
            autoCapitalize: 'characters',
            spellCheck: false,
            enterKeyHint: 'next',
            translate: 'no',
          }}
        />
      )}
      <BirthDateFields
        locale={locale}
        legend={open.birthDate}
        idOf={dateId}
        control={(part) => ({ name: dateId(part) })}
        order="mdy"
        wrong={trouble?.at === 'date' || trouble?.at === 'link' ? parts : []}
        error={trouble?.at === 'date' || trouble?.at === 'link' ? error : undefined}
      />
      <div className="page-end">
        <p role="status">{isBusy && open.opening}</p>
        <Button type="submit" wide>
          {open.show}
        </Button>
      </div>
    </form>
  );
}

/** What is open in this tab: a visit to the help page does not close it. */
let openHere: Opened | undefined;

/** A message of the clinic, by a link that was read out, printed or e-mailed. */
export function FollowUp() {
  const [opened, setOpened] = useState(openHere);
  const [hidden, setHidden] = useState<string>();
  const turn = (next: Opened | undefined) => {
    openHere = next;
    setOpened(next);
  };
  return (
    <Frame>
      {opened ? (
        <Reply
          found={opened.found}
          secret={opened.link.code}
          send={(replyId, body) =>
            sendReply({ submissionId: opened.found.submissionId, replyId }, { ...body, link: opened.link })
          }
          onDone={() => turn(undefined)}
          onHide={() => {
            setHidden(opened.link.code);
            turn(undefined);
          }}
        />
      ) : (
        <OpenForm onOpened={turn} hidden={hidden} />
      )}
    </Frame>
  );
}
