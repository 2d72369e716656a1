import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { StaffFollowUp } from '../../submission/follow-up-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { moment } from '../format.ts';
import { forgetHanded, handedOver } from '../session/memory.ts';
import { useClinic } from '../shell/clinic.ts';
import { NotAnswered } from '../summary/answer-text.tsx';
import { languageNames } from '../summary/case-heading.tsx';
import { Disclosure } from '../summary/disclosure.tsx';
import { Trouble } from '../trouble.tsx';
import { AskForm } from './ask-form.tsx';
import { DifferenceView } from './difference.tsx';
import { LinkMaker } from './link-maker.tsx';
import { useFollowUps } from './use-follow-ups.ts';

function Reply({ of }: { readonly of: StaffFollowUp }) {
  const timeZone = useClinic()?.timeZone;
  const { reply, texts, questions } = of;
  if (reply === null)
    return <p className="waiting-reply">Not answered yet. The case waits on the patient.</p>;
  return (
    <>
      <p className="muted">
        Answered {moment(reply.at, timeZone)} in {languageNames[reply.language]}, reported by the patient
      </p>
      {texts.length > 0 && (
        <dl className="answers">
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was asked is frozen
            <div key={index}>
              <dt>{text}</dt>
              <dd lang={reply.language}>{reply.texts[index] ?? <NotAnswered />}</dd>
            </div>
          ))}
        </dl>
      )}
      {questions.length > 0 && (
        <DifferenceView difference={reply.difference} before="Sent first" after="Reply" />
      )}
    </>
  );
}

function Asked({ of }: { readonly of: StaffFollowUp }) {
  const timeZone = useClinic()?.timeZone;
  return (
    <li className="asked-question">
      <h3>
        Asked{' '}
        <span className="muted">
          {moment(of.askedAt, timeZone)} by {of.askedBy}
        </span>
      </h3>
      {of.reply === null && (
        <ul>
          {[...of.texts, ...of.questions.map(({ label }) => label)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <Reply of={of} />
    </li>
  );
}

/** The summary above is of the moment at which it was opened: a reply that came since is offered, never put in. */
function NewerAnswers({ id, caseVersion }: { readonly id: string; readonly caseVersion: number }) {
  const client = useQueryClient();
  const opened = useRef(caseVersion);
  const isNewer = caseVersion > opened.current;
  return (
    <div role="status">
      {isNewer && (
        <p className="newer-answers">
          The patient has replied.{' '}
          <Button
            look="secondary"
            onClick={() => {
              opened.current = caseVersion;
              void client.refetchQueries({ queryKey: ['open', 'submission', id] });
            }}
          >
            Show the new answers
          </Button>
        </p>
      )}
    </div>
  );
}

/** Questions that a sheet handed over: they are chosen in the form, and that is where somebody came to. */
function useHanded(id: string, isThere: boolean) {
  const [handed] = useState(() => handedOver(id));
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isThere || handed.length === 0) return;
    forgetHanded(id);
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'start' });
  }, [id, isThere, handed]);
  return { handed, title };
}

/** What the patient was asked after sending, what they answered, and what that changed. */
export function FollowUpsSection({ id }: { readonly id: string }) {
  const { found, error, again, ask } = useFollowUps(id);
  const { handed, title } = useHanded(id, found !== undefined);
  return (
    <section className="case-section" id="questions" aria-labelledby="questions-title">
      <h2 id="questions-title" ref={title} tabIndex={-1}>
        Questions to the patient
      </h2>
      {!found && error && <Trouble title="The questions could not be loaded" error={error} retry={again} />}
      {!found && !error && (
        <p className="loading" role="status">
          Loading…
        </p>
      )}
      {found && (
        <>
          <NewerAnswers id={id} caseVersion={found.caseVersion} />
          {found.items.length === 0 ? (
            <p className="absent">The patient has not been asked for more.</p>
          ) : (
            <ol className="asked-questions">
              {found.items.map((one) => (
                <Asked key={one.id} of={one} />
              ))}
            </ol>
          )}
          <Disclosure part="ask" className="more" summary="Ask the patient for more">
            <AskForm
              caseId={id}
              askable={found.askable}
              first={handed.filter((key) => found.askable.some((one) => one.key === key))}
              ask={ask}
            />
            <LinkMaker id={id} link={found.link} mayEmail={found.mayEmail} />
          </Disclosure>
        </>
      )}
    </section>
  );
}
